import type { Span, Subject, Unit } from '../../model/index.ts';
import { within } from '../text/dictionary.ts';
import { codesOf, type Mention } from './mentions.ts';
import type { Stated } from './statements.ts';

export interface Subjects {
  codes: Subject[];
  /** Taken from the statement or sentence around it, not from the figure's own words. */
  implied: boolean;
}

/** A count of places or offices has no subjects unless its own words name them (spec/figures.md). */
const PLACES: ReadonlySet<Unit> = new Set([
  'province',
  'district',
  'commune',
  'village',
  'organisation',
  'facility',
  'school',
  'event',
  'document',
  'works',
  'model',
  'dossier',
  'item',
]);
/** General words for people name a group only where a share is given. */
const WEAK: ReadonlySet<Subject> = new Set(['general_population', 'official']);
/** A share whose base stands behind it ("94,79% dân số") is told by the words before. */
const RATE_BEFORE = /(?:t[ỷỉ] lệ|chiếm|tương đương|tăng|giảm|xuống|lên|là|đạt|bằng|:)[^.;,]{0,24}$/u;
const GIVEN: ReadonlySet<Unit> = new Set(['house', 'bicycle', 'wheelchair', 'scholarship', 'book', 'animal']);
const CLASSES: ReadonlySet<Unit> = new Set(['class', 'course']);
const HOUSEHOLDS: ReadonlySet<Unit> = new Set(['household', 'household_turn']);

/** How far a count of places names its group itself: "01 thư viện sách cho trẻ em có hoàn cảnh khó khăn". */
const NOUN_PHRASE = 56;

const strong = (mentions: readonly Mention[]): Mention[] => mentions.filter((mention) => !WEAK.has(mention.value));

const BREAKS = /[.;:]|(?<!\p{L})(?:cho vay|đã|được|với|góp phần|nhằm|ngoài ra|bên cạnh|thông qua|vốn vay)(?!\p{L})/u;

/** The last run of groups in a stretch: those named together, nearest to its end. */
const nearestRun = (folded: string, mentions: readonly Mention[]): Mention[] => {
  const run: Mention[] = [];
  for (let i = mentions.length - 1; i >= 0; i -= 1) {
    const here = mentions[i] as Mention;
    const next = run[0];
    const gap = next ? folded.slice(here.span.end, next.span.start) : '';
    if (next && (gap.length > 48 || BREAKS.test(gap))) break;
    run.unshift(here);
  }
  return run;
};

const includesAll = (run: readonly Mention[], codes: readonly Mention[]): boolean =>
  codes.every((code) => run.some((mention) => mention.value === code.value));

/** The groups that a figure's own words name. */
const ownMentions = (folded: string, stated: Stated, mentions: readonly Mention[]): Mention[] => {
  const { draft, lead, tail } = stated;
  const named = (span: Span) => {
    const all = within(mentions, span);
    const some = strong(all);
    return some.length || draft.kind !== 'percentage' ? some : all;
  };
  if (PLACES.has(draft.unit))
    return named({ start: tail.start, end: Math.min(tail.end, tail.start + NOUN_PHRASE) }).filter(
      ({ value }) => value !== 'insured',
    );
  const before = nearestRun(folded, named(lead));
  const after = named(tail);
  if (draft.kind === 'percentage' && RATE_BEFORE.test(folded.slice(lead.start, lead.end))) {
    if (before.length) return before;
    if (stated.follows !== null) return [];
  }
  if (after.length && before.length > after.length && includesAll(before, after)) return before;
  return after.length ? after : before;
};

/** The groups each figure is about: its own words, else those of its statement, else the nearest before it in its clause. */
export const subjectsOf = (
  folded: string,
  stated: readonly Stated[],
  mentions: readonly Mention[],
  leadIn: (stated: Stated) => Mention[],
): Subjects[] => {
  const own = stated.map((one) => ownMentions(folded, one, mentions));
  const at = (i: number): Mention[] => own[i] as Mention[];
  return stated.map((one, i) => {
    const codes = (found: readonly Mention[]) =>
      codesOf(found, HOUSEHOLDS.has(one.draft.unit) || countsHouseholds(stated, one));
    if (at(i).length) return { codes: codes(at(i)), implied: false };
    if (PLACES.has(one.draft.unit)) return { codes: [], implied: false };
    for (let head = one.follows; head !== null; head = headOf(stated, head)) {
      if (at(head).length)
        return {
          codes: codes(one.draft.kind === 'money' ? listedWith(folded, stated, own, head) : at(head)),
          implied: true,
        };
    }
    for (let next = i + 1; next < stated.length && (stated[next] as Stated).follows === next - 1; next += 1) {
      if (strong(at(next)).length) return { codes: codes(strong(at(next))), implied: true };
    }
    const listed = one.continues === null ? undefined : stated[one.continues];
    if (listed?.draft.unit === one.draft.unit && at(i - 1).length) return { codes: codes(at(i - 1)), implied: true };
    if (GIVEN.has(one.draft.unit) && ofGiven(folded, stated, own, i).length)
      return { codes: codes(ofGiven(folded, stated, own, i)), implied: true };
    if (goesOnAsShare(folded, stated, i)) {
      let of = i - 1;
      while (!at(of).length && of > 0 && isRangeEnd(stated, of)) of -= 1;
      if (at(of).length) return { codes: codes(at(of)), implied: true };
    }
    if (CLASSES.has(one.draft.unit)) return { codes: codes(ofTrainees(stated, own, i)), implied: true };
    const same = elliptic(folded, stated, rootOf(stated, i));
    if (same !== null && at(same).length) return { codes: codes(at(same)), implied: true };
    const first =
      stated[i - 1]?.draft.sentence !== one.draft.sentence || (stated[i - 1] as Stated).clause.end <= one.clause.start;
    const opening = first ? strong(within(mentions, { start: one.clause.start, end: one.lead.start })) : [];
    return {
      codes: codes(nearestRun(folded, opening.length || !first ? opening : strong(leadIn(one)))),
      implied: true,
    };
  });
};

const headOf = (stated: readonly Stated[], i: number): number | null =>
  (stated[i] as Stated).follows ?? (stated[i] as Stated).continues;

/** Words of time and level that name nothing counted: "…; đến cuối năm còn 2.260 hộ". */
const LEVEL =
  /^[\s;,–-]*(?:(?:đến|tính đến|cuối|đầu|hết|tới|ngày|năm|quý|tháng|kỳ|nay|hiện|nay|vẫn|toàn (?:xã|huyện|tỉnh|thành phố)|trong|và|thì|con số này|giảm|tăng|còn|xuống|lên|từ|là|có|chỉ|lại|khoảng|trên|hơn|gần|ước|[\d/.-]+)\s*)+$/u;

/** The figure earlier in the sentence whose group this one has left out, or null. */
const elliptic = (folded: string, stated: readonly Stated[], i: number): number | null => {
  const { draft, lead, tail } = stated[i] as Stated;
  const behind = folded.slice(draft.noun && !draft.unitImplied ? draft.noun.end : draft.span.end, tail.end);
  if (!LEVEL.test(folded.slice(lead.start, lead.end)) || /\p{L}/u.test(behind)) return null;
  for (let at = i - 1; stated[at]?.draft.sentence === draft.sentence; at -= 1) {
    if ((stated[at] as Stated).draft.unit === draft.unit) return at;
  }
  return null;
};

const PEOPLE: ReadonlySet<Unit> = new Set(['person', 'household']);
const sameKind = (a: Stated['draft'], b: Stated['draft']): boolean =>
  a.unit === b.unit || (PEOPLE.has(a.unit) && PEOPLE.has(b.unit));

/** Money behind a list goes to all of the list: "3.256 hộ nghèo và 214 hộ chính sách, kinh phí …". */
const listedWith = (
  folded: string,
  stated: readonly Stated[],
  own: readonly (readonly Mention[])[],
  head: number,
): readonly Mention[] => {
  const all = own[head] as readonly Mention[];
  const [before, here] = [stated[head - 1], stated[head] as Stated];
  if (before?.draft.sentence !== here.draft.sentence || !sameKind(before.draft, here.draft)) return all;
  const joined = /(?:,|và)\s*(?:(?:trên|hơn|gần|khoảng)\s*)?$/u.test(
    folded.slice(before.draft.span.end, here.draft.span.start),
  );
  return joined ? [...listedWith(folded, stated, own, head - 1), ...all] : all;
};

/** Things given in one clause go to the people named last in it: "xây mới 12 nhà, sửa chữa 18 nhà cho …". */
const ofGiven = (
  folded: string,
  stated: readonly Stated[],
  own: readonly (readonly Mention[])[],
  i: number,
): readonly Mention[] => {
  const { clause, draft, tail } = stated[i] as Stated;
  if (!/^\s*(?:và\s*)?$/u.test(folded.slice(draft.noun?.end ?? draft.span.end, tail.end))) return [];
  for (let next = i + 1; stated[next]; next += 1) {
    const other = stated[next] as Stated;
    if (other.clause.start !== clause.start || other.draft.sentence !== draft.sentence || !GIVEN.has(other.draft.unit))
      return [];
    if (own[next]?.length) return own[next] as readonly Mention[];
  }
  return [];
};

/** "Tỷ lệ nữ tham gia cấp ủy cấp huyện đạt 15,4%, cấp xã đạt 21,2%": a further share of the same group. */
const goesOnAsShare = (folded: string, stated: readonly Stated[], i: number): boolean => {
  const one = stated[i] as Stated;
  const before = stated[i - 1];
  if (before?.draft.sentence !== one.draft.sentence || before.draft.kind !== 'percentage') return false;
  const words = folded.slice(one.lead.start, one.lead.end);
  return one.draft.kind === 'percentage' && words.length <= 48 && RATE_BEFORE.test(words);
};

/** The upper number of a range has no words of its own. */
const isRangeEnd = (stated: readonly Stated[], i: number): boolean =>
  (stated[i] as Stated).draft.comparator === 'le' && (stated[i - 1] as Stated).draft.comparator === 'ge';

/** The figure that a statement opens with. */
const rootOf = (stated: readonly Stated[], i: number): number => {
  const { follows } = stated[i] as Stated;
  return follows === null ? i : rootOf(stated, follows);
};

/** Classes take the subject of their trainees (spec/figures.md, "Settled cases"). */
const ofTrainees = (stated: readonly Stated[], own: readonly (readonly Mention[])[], i: number): readonly Mention[] => {
  const { sentence } = (stated[i] as Stated).draft;
  for (let next = i + 1; stated[next]?.draft.sentence === sentence; next += 1) {
    if (stated[next]?.draft.unit === 'person' && own[next]?.length) return own[next] as readonly Mention[];
  }
  return [];
};

/** Money and shares said of households keep the household's group. */
const countsHouseholds = (stated: readonly Stated[], one: Stated): boolean => {
  const head = one.follows === null ? null : (stated[one.follows] as Stated);
  return head !== null && one.draft.kind !== 'count' && HOUSEHOLDS.has(head.draft.unit);
};
