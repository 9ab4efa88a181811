import { fits } from '../component.ts';
import type { Link } from '../listing.ts';
import { around, figuresIn, type Linkable, placeOf, type Scene } from '../scene.ts';

const BY = /^\s*(?:(?:Phân|Chia|Xét|Tính)\s+)?(?:[Tt]heo|[Vv]ề)\s+(?:\p{Ll}+\s+){0,4}\p{Ll}+\s*[:,]/u;
/** Writers round, and leave a few out. */
const MOST = 1.02;
const LEAST = 0.5;

/** "13.534 người khuyết tật, trong đó vận động 4.500, … . Theo mức độ: đặc biệt nặng 3.173 người, …": the same whole divided anew. */
export function again(s: Scene, links: readonly Link[]): Link[] {
  const wholeOf = new Map(links.map((l) => [l.figure, l.whole]));
  return s.sentences.flatMap((sentence) => {
    if (!BY.test(s.text.slice(sentence.start, sentence.end))) return [];
    const whole = lastWhole(s, sentence.start, wholeOf);
    if (!whole) return [];
    const parts = figuresIn(s, sentence.start, sentence.end).filter((f) => f.unit === whole.unit && fits(f, whole));
    const total = parts.reduce((sum, f) => sum + f.value, 0);
    if (parts.length < 2 || total > whole.value * MOST || total < whole.value * LEAST) return [];
    return parts.filter((f) => !wholeOf.has(f.id)).map((part) => ({ figure: part.id, whole: whole.id, rule: 'again' }));
  });
}

/** The whole that the parts told in the sentence before belong to. */
function lastWhole(s: Scene, start: number, wholeOf: ReadonlyMap<string, string>): Linkable | undefined {
  const before = s.sentences[placeOf(s.sentences, around(s.sentences, start)) - 1];
  const told =
    before && figuresIn(s, before.start, before.end).findLast((f) => f.kind === 'count' && wholeOf.has(f.id));
  return told && s.byId.get(wholeOf.get(told.id) ?? '');
}
