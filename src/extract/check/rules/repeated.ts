import type { Indicator } from '../../../model/codes.ts';
import { exact, toNumber } from '../../link/exact.ts';
import { around, figuresIn, type Linkable, type Scene } from '../../link/scene.ts';
import { words } from '../../link/words.ts';
import type { Equation, Evidence, Quote } from '../equation.ts';
import { point } from '../interval.ts';

/** Stocks and rates: one number a group, a place and a day. Services and gifts are given many times over. */
const STOCKS: ReadonlySet<Indicator> = new Set<Indicator>([
  'pov.poor_households',
  'pov.poor_people',
  'pov.poor_rate',
  'pov.near_poor_households',
  'pov.near_poor_people',
  'pov.near_poor_rate',
  'pop.households',
  'pop.people',
  'hi.coverage_rate',
  'si.coverage_rate',
  'train.trained_rate',
  'train.certified_rate',
  'water.rate',
  'sanitation.rate',
]);

const MOTION = words('xuống|lên|giảm|tăng|còn|đến nay|hiện nay|đầu năm|đầu kỳ|phấn đấu|theo tiêu chí|chuẩn');

/** The same fact stated twice has the same value. */
export function repeated({ scene, paper, linkOf }: Evidence): Equation[] {
  const facts = scene.figures.filter(
    (f) => f.indicator !== null && STOCKS.has(f.indicator) && f.period !== null && !isPart(linkOf, f),
  );
  const last = new Map<string, Linkable>();
  return facts.flatMap((later) => {
    const earlier = last.get(key(later));
    last.set(key(later), later);
    if (!earlier || sameSentence(scene, earlier, later)) return [];
    return earlier.value === later.value || saidAlike(scene, earlier, later)
      ? [{ ...repeatedOf(paper.quote, [earlier, later]), said: isStill(scene, earlier) && isStill(scene, later) }]
      : [];
  });
}

const isPart = (linkOf: Evidence['linkOf'], f: Linkable): boolean => linkOf.has(f.id);

const key = (f: Linkable): string =>
  JSON.stringify([
    f.indicator,
    f.subjects,
    f.unit,
    f.kind,
    f.role,
    f.per,
    f.purpose,
    f.period?.start,
    f.period?.end,
    f.place?.name,
  ]);

const sameSentence = (s: Scene, a: Linkable, b: Linkable): boolean =>
  around(s.sentences, a.span.start) === around(s.sentences, b.span.start);

/** The words of a figure's own statement, from the figure before to just after it. */
function ownWords(s: Scene, f: Linkable): string {
  const sentence = around(s.sentences, f.span.start);
  const from = figuresIn(s, sentence.start, f.span.start).at(-1)?.span.end ?? sentence.start;
  return s.text.slice(from, f.span.end + 40);
}

const LITTLE = new Set(
  'là còn có đạt chiếm của toàn trên hơn gần khoảng được và cho trong tới đến lên xuống thì cũng với các số năm tháng huyện xã tỉnh'.split(
    ' ',
  ),
);
/** The last words before a figure that name what it is, without verbs and helpers. */
const namingWords = (s: Scene, f: Linkable): string[] =>
  s.text
    .slice(Math.max(around(s.sentences, f.span.start).start, f.span.start - 80), f.span.start)
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !LITTLE.has(word))
    .slice(-4);

/** Two values of one thing contradict each other only where the same words name it. */
function saidAlike(s: Scene, a: Linkable, b: Linkable): boolean {
  const [one, other] = [namingWords(s, a), namingWords(s, b)];
  const shared = one.filter((word) => other.includes(word)).length;
  return shared >= 2 && shared >= Math.min(one.length, other.length) - 1;
}

const isStill = (s: Scene, f: Linkable): boolean => ownWords(s, f).search(MOTION) < 0;

export function repeatedOf(quote: Quote, [earlier, later]: [earlier: Linkable, later: Linkable]): Equation {
  return {
    rule: 'repeated',
    figures: [earlier, later],
    sides: ([a = point(0), b = point(0)]) => [a, b],
    stated: later,
    expected: ([a = exact(0)]) => toNumber(a),
    says: `${quote(earlier)} và ${quote(later)} nói về cùng một số liệu`,
    said: false,
    hint: () => 'Hãy xem số nào đúng, hoặc hai số thuộc hai thời điểm, hai nhóm khác nhau.',
  };
}
