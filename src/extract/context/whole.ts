import type { Subject, Unit } from '../../model/index.ts';
import type { Link } from '../link/index.ts';
import { quick } from '../text/quick.ts';
import type { Context } from './index.ts';
import { purposeOf } from './purpose.ts';

/** A budget is divided by where its money comes from; parts by what they pay for are no budget of their own. */
const SOURCES = quick(
  /(?<!\p{L})(?:ngân sách|vốn|nguồn|huy động|trung ương|địa phương|đối ứng|lồng ghép|xã hội hóa|nhân dân|doanh nghiệp|tw|tỉnh|huyện|xã)(?!\p{L})/u,
);
/** Traits that divide any group: "7.865 người nghiện …, trong đó: nữ 236 người". */
const TRAITS: ReadonlySet<Subject> = new Set(['woman', 'ethnic_minority']);

/** What is said of people besides what they are: "110 học sinh nghèo, trong đó … 30 học sinh" are poor too. */
const QUALITIES: ReadonlySet<Subject> = new Set([
  'poor_person',
  'near_poor_person',
  'disadvantaged_person',
  'ethnic_minority',
]);
/** Girls are children, not women. */
const CHILDREN: ReadonlySet<Subject> = new Set(['child', 'disadvantaged_child', 'orphan', 'preschool_child']);

/** The whole's groups where its part only repeats its noun, or null. */
const repeatedBy = (part: Context, of: Context): Subject[] | null => {
  if (part.draft.kind !== 'count' || part.draft.unit !== of.draft.unit || !part.subjects.length) return null;
  if (!part.subjects.every((code) => of.subjects.includes(code) && !QUALITIES.has(code))) return null;
  const added = of.subjects.filter((code) => !part.subjects.includes(code));
  if (added.length && added.every((code) => QUALITIES.has(code))) return of.subjects;
  const traits = part.indicator?.startsWith('pov.') ? added.filter((code) => TRAITS.has(code)) : [];
  return traits.length ? [...part.subjects, ...traits].sort() : null;
};

/** The whole's groups with the trait that its part names, or null where the part names a group of its own. */
const narrowedBy = (part: Context, of: Context): Subject[] | null => {
  if (!part.subjects.length || !of.subjects.length || !part.subjects.every((code) => TRAITS.has(code))) return null;
  if (of.draft.kind !== 'count' || (part.draft.kind === 'count' && part.draft.unit !== of.draft.unit)) return null;
  const groups = of.subjects.filter((code) => code !== 'general_population');
  if (!groups.length) return null;
  const girls = groups.every((code) => CHILDREN.has(code));
  return [...new Set([...groups, ...part.subjects.filter((code) => !(girls && code === 'woman'))])].sort();
};

/** Counts of the poor, whose parts are counts of the poor too. */
const POOR = /^pov\.(?:near_)?poor_(?:households|people)$/;
/** Behind a part of theirs, the shares that say more of it: "trong đó 210 hộ DTTS, chiếm 32% tổng số hộ nghèo". */
const sharesBehind = (contexts: readonly Context[], part: number): number[] => {
  const { draft, subjects } = contexts[part] as Context;
  const shares: number[] = [];
  for (let at = part + 1; contexts[at]?.draft.sentence === draft.sentence; at += 1) {
    const share = contexts[at] as Context;
    if (share.draft.kind !== 'percentage' || share.subjects.join() !== subjects.join()) break;
    shares.push(at);
  }
  return shares;
};

const PEOPLE: ReadonlySet<Unit> = new Set(['person', 'person_turn', 'household', 'household_turn']);
/** People told apart by their groups are all of them: "6 triệu người, trong đó 2 triệu người có công và 4 triệu …". */
const partsOf = (
  contexts: readonly Context[],
  index: ReadonlyMap<string, number>,
  links: readonly Link[],
  id: string,
  { draft }: Context,
): Subject[] => {
  if (!PEOPLE.has(draft.unit)) return [];
  const parts = links
    .filter(({ whole }) => whole === id)
    .map(({ figure }) => contexts[index.get(figure) ?? -1])
    .filter((part) => part?.draft.kind === 'count');
  return parts.length > 1 && parts.every((part) => part?.subjects.length)
    ? [...new Set(parts.flatMap((part) => part?.subjects ?? []))].sort()
    : [];
};

/**
 * A part measures what its whole measures: "dư nợ 98.623 triệu đồng, trong đó: hộ nghèo: 1.460 triệu đồng" is all
 * credit outstanding. The part's own groups stay; an indicator of its own stays where the whole has none.
 */
export const shareWithParts = (
  contexts: readonly Context[],
  ids: readonly string[],
  links: readonly Link[],
): Context[] => {
  const index = new Map(ids.map((id, i) => [id, i]));
  const shared = [...contexts];
  for (const { figure, whole } of links) {
    const part = shared[index.get(figure) ?? -1];
    const of = shared[index.get(whole) ?? -1];
    if (
      part &&
      of?.subjects.length &&
      !part.subjects.length &&
      part.draft.kind === 'count' &&
      part.draft.unit === of.draft.unit
    )
      shared[index.get(figure) as number] = {
        ...part,
        subjects: of.subjects,
        implied: [...new Set([...part.implied, 'subjects' as const])],
      };
    const narrowed = part && of && (narrowedBy(part, of) ?? repeatedBy(part, of));
    if (narrowed) {
      const at = index.get(figure) as number;
      const poor = of.indicator && POOR.test(of.indicator) ? of : null;
      const narrow = (context: Context): Context => ({
        ...context,
        subjects: narrowed,
        implied: [...new Set([...context.implied, 'subjects' as const])],
      });
      for (const share of poor ? sharesBehind(shared, at) : []) shared[share] = narrow(shared[share] as Context);
      shared[at] = narrow(
        poor && part.indicator === null && part.draft.unit === poor.draft.unit
          ? { ...part, indicator: poor.indicator, topic: poor.topic }
          : part,
      );
    }
    if (!part || !of?.indicator || part.draft.unit !== of.draft.unit || part.indicator === of.indicator) continue;
    if (part.draft.kind !== 'money' && part.indicator !== null) continue;
    if (of.indicator === 'budget.total' && !SOURCES.test(part.words)) continue;
    if (part.indicator === 'credit.outstanding' && /(?<!\p{L})dư nợ(?!\p{L})/u.test(part.words)) continue;
    if (of.indicator.startsWith('pov.') || of.indicator.startsWith('pop.')) continue;
    shared[index.get(figure) as number] = {
      ...(shared[index.get(figure) as number] as Context),
      indicator: of.indicator,
      topic: of.topic,
      purpose: of.topic === 'preferential_credit' ? (purposeOf(part.words) ?? part.purpose) : null,
      implied: [...new Set([...part.implied, 'indicator' as const, 'topic' as const])],
    };
  }
  return shared.map((whole, i) => {
    const all = whole.subjects.length ? [] : partsOf(shared, index, links, ids[i] as string, whole);
    return all.length
      ? { ...whole, subjects: all, implied: [...new Set([...whole.implied, 'subjects' as const])] }
      : whole;
  });
};
