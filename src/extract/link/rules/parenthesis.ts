import type { Listing } from '../listing.ts';
import { closing, figuresIn, type Scene } from '../scene.ts';
import { APART, words } from '../words.ts';

const CUED = words('trong (?:số )?đó|bao gồm|gồm|chia ra|cụ thể');
const OTHER = words(`theo|bằng|đạt|chiếm|năm \\d{4}|tính đến|tại thời điểm|thuộc|số liệu|nguồn|gấp|hệ số|từ|mức`);

/** "03 lớp (02 lớp nông nghiệp, 01 lớp phi nông nghiệp)": a parenthesis of components right after their whole. */
export function parenthesis(s: Scene): Listing[] {
  const found: Listing[] = [];
  for (const mark of s.text.matchAll(/\(/g)) {
    const start = mark.index + 1;
    const end = closing(s, mark.index, s.text.indexOf('\n', start) < 0 ? s.text.length : s.text.indexOf('\n', start));
    const words = s.text.slice(start, end);
    const components = figuresIn(s, start, end);
    const apart = words.search(APART) >= 0 || words.search(OTHER) >= 0;
    if (components.length > 0 && words.search(CUED) < 0)
      found.push({
        rule: 'parenthesis',
        anchor: mark.index,
        items: [{ start, end }],
        closed: true,
        adjoining: true,
        onlyExact: apart,
      });
  }
  return found.filter((l) => figuresIn(s, l.items[0]?.start ?? 0, l.items[0]?.end ?? 0)[0]?.kind !== 'percentage');
}
