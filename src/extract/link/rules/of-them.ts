import { fits } from '../component.ts';
import { type Link, wholesBefore } from '../listing.ts';
import type { Scene } from '../scene.ts';

const OF_THEM = /^\s*(?:\p{L}+\s+){0,3}trong (?:tổng )?số (?:này|đó|ấy|họ)(?![\p{L}\p{M}])/iu;

/** "4.310 người nghiện, hơn 60% trong số này …": the part first, then the words that point back to its whole. */
export function ofThem(s: Scene): Link[] {
  return s.figures.flatMap((part) => {
    if (!OF_THEM.test(s.text.slice(part.span.end, part.span.end + 60))) return [];
    const wholes = wholesBefore(s, part.span.start);
    const whole = wholes.find((w) =>
      part.kind === 'percentage' ? w.kind === 'count' : w.unit === part.unit && fits(part, w),
    );
    return whole ? [{ figure: part.id, whole: whole.id, rule: 'of-them' }] : [];
  });
}
