import { exact, times } from '../../link/exact.ts';
import { around, between, indexOf, type Linkable, type Scene } from '../../link/scene.ts';
import { words } from '../../link/words.ts';
import type { Equation, Evidence, Quote } from '../equation.ts';
import { multiply, point } from '../interval.ts';
import { quotient } from '../number.ts';

const PLANNED = words('kế hoạch|chỉ tiêu|KH|tăng|giảm|vượt|so với');
const SHARE = words('chiếm|tỷ lệ|tỉ lệ|đạt|bằng|tương đương|tương ứng');
const OF_ANOTHER =
  /^\s*(?:so với\s+)?(?:tổng\s+)?(?:số|dân số|lực lượng|nhu cầu|kế hoạch|kinh phí|vốn)(?![\p{L}\p{M}])/iu;
const OF_ALL_HOUSEHOLDS =
  /^\s*(?:so với\s+)?(?:tổng\s+)?số\s+hộ(?:\s+dân(?:\s+cư)?|\s+gia đình)?(?:\s+(?:của|trên|toàn|trong)|\s*[.,;)])/iu;

/** part ÷ whole = the rate stated beside them, whether the whole stands in a pair, in a listing or as the population. */
export function rate(evidence: Evidence): Equation[] {
  const { scene, paper } = evidence;
  const known = populationsIn(scene);
  return scene.figures.flatMap((share, index) => {
    if (share.kind !== 'percentage' || share.role !== 'actual' || share.value > 100) return [];
    const restated = counted(scene, share, index);
    if (!restated) return [];
    const part = firstOfPair(evidence, restated) ?? restated;
    return wholesOf(evidence, known, part, share).map(({ whole, said }) => ({
      ...rateOf(paper.quote, [part, whole, share]),
      said,
    }));
  });
}

/** The number that the share restates: just before it, past at most one number of another unit ("… hộ với … khẩu"). */
function counted(s: Scene, share: Linkable, index: number): Linkable | null {
  const near = [s.figures[index - 1], s.figures[index - 2]].filter((f) => f !== undefined);
  const previous = near[0];
  if (!previous) return null;
  const gap = between(s, previous, share);
  if (/[.;\n:]/.test(gap.replace(/\.(?=\d)/g, '')) || gap.length > 60 || gap.search(PLANNED) >= 0) return null;
  const restated = gap.search(SHARE) >= 0 || /^[^,]*\($/.test(gap.trimEnd());
  if (!restated) return null;
  const companion = previous.unit === 'person' && near[1]?.unit === 'household';
  const joined = companion && near[1] && /^[^.;,]{0,40}$/.test(between(s, near[1], previous));
  const part = joined ? near[1] : previous;
  return part && part.kind !== 'percentage' && part.role === 'actual' && part.per.length === 0 ? part : null;
}

function wholesOf(
  evidence: Evidence,
  known: Populations,
  part: Linkable,
  share: Linkable,
): { whole: Linkable; said: boolean }[] {
  const { scene, linkOf } = evidence;
  const after = scene.text.slice(share.span.end, share.span.end + 60);
  const whole = wholeOf(evidence, part);
  if (whole && whole.unit === part.unit) return [{ whole, said: linkOf.get(part.id)?.rule === 'pair' }];
  if (OF_ANOTHER.test(after) && !OF_ALL_HOUSEHOLDS.test(after)) return [];
  return populations(known, part).map((w, _, all) => ({ whole: w, said: all.length === 1 && isPoverty(part) }));
}

const wholeOf = ({ scene, linkOf }: Evidence, part: Linkable): Linkable | undefined =>
  scene.byId.get(linkOf.get(part.id)?.whole ?? '');

/** The 18 of "18/21 xã (85,7%)": the share stands after the 21 but restates the 18. */
const firstOfPair = ({ linkOf, partsOf }: Evidence, base: Linkable): Linkable | undefined =>
  partsOf.get(base.id)?.find((f) => linkOf.get(f.id)?.rule === 'pair');

const isPoverty = (f: Linkable): boolean =>
  f.unit === 'household' && f.subjects.some((c) => c === 'poor_household' || c === 'near_poor_household');

const ALL_HOUSEHOLDS = words('tổng số hộ(?: dân(?: cư)?)?|tổng số dân(?: cư)?|hộ dân|tổng số nhân khẩu|dân số');

/** Totals of all households of the same time and place that the report states. */
function populations(known: Populations, part: Linkable): Linkable[] {
  const alike = (known.get(group(part)) ?? []).filter((f) => f.value > part.value && sameTime(f, part));
  return [...firstOfEach(alike, (f) => f.value)];
}

/** By unit and place. */
type Populations = ReadonlyMap<string, readonly Linkable[]>;
const group = (f: Linkable): string => `${f.unit} ${f.place?.name ?? ''}`;

/** Among more totals of one place, some number's share of one of them agrees by chance. */
const MOST_TOTALS = 20;

/** Every population the report states, each once a time. */
function populationsIn(s: Scene): Populations {
  const stated = s.figures.filter(
    (f) =>
      f.role === 'actual' && (f.indicator === 'pop.households' || (f.subjects.length <= 1 && namesPopulation(s, f))),
  );
  const distinct = firstOfEach(stated, (f) => `${group(f)} ${f.value} ${f.period?.end}`);
  const groups = Map.groupBy(distinct, group);
  return new Map([...groups].filter(([, all]) => all.length <= MOST_TOTALS));
}

const firstOfEach = (all: readonly Linkable[], key: (f: Linkable) => unknown): IteratorObject<Linkable> => {
  const firsts = new Map<unknown, Linkable>();
  for (const f of all) if (!firsts.has(key(f))) firsts.set(key(f), f);
  return firsts.values();
};

function namesPopulation(s: Scene, f: Linkable): boolean {
  const clause = s.text.slice(Math.max(around(s.sentences, f.span.start).start, f.span.start - 90), f.span.start);
  const after = s.text.slice(f.span.end, f.span.end + 14);
  const general = f.subjects.every((c) => c === 'general_population');
  return (
    general &&
    (clause.slice(lastFigureEnd(s, f) - f.span.start).search(ALL_HOUSEHOLDS) >= 0 || /^\s*hộ dân/iu.test(after))
  );
}

const lastFigureEnd = (s: Scene, f: Linkable): number => s.figures[indexOf(s, f) - 1]?.span.end ?? 0;

const sameTime = (a: Linkable, b: Linkable): boolean =>
  a.period === null || b.period === null || a.period.end === b.period.end;

export function rateOf(
  quote: Quote,
  [part, whole, share]: [part: Linkable, whole: Linkable, share: Linkable],
): Equation {
  return {
    rule: 'rate',
    figures: [part, whole, share],
    sides: ([p = point(0), w = point(0), r = point(0)]) => [multiply(p, point(100)), multiply(r, w)],
    stated: share,
    expected: ([p = exact(0), w = exact(1)], place) => quotient(times(p, exact(100)), w, place),
    says: `${quote(part)} trên ${quote(whole)} là ${quote(share)}`,
    said: false,
  };
}
