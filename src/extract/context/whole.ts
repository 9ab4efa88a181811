import type { Subject, Unit } from '../../model/index.ts';
import type { Link } from '../link/index.ts';
import type { Context } from './index.ts';
import { purposeOf } from './purpose.ts';

/** A budget is divided by where its money comes from; parts by what they pay for are no budget of their own. */
const SOURCES =
  /(?<!\p{L})(?:ngân sách|vốn|nguồn|huy động|trung ương|địa phương|đối ứng|lồng ghép|xã hội hóa|nhân dân|doanh nghiệp|tw|tỉnh|huyện|xã)(?!\p{L})/u;
/** Traits that divide any group: "7.865 người nghiện …, trong đó: nữ 236 người". */
const TRAITS: ReadonlySet<Subject> = new Set(['woman', 'ethnic_minority']);

/** The whole's groups with the trait that its part names, or null where the part names a group of its own. */
const narrowedBy = (part: Context, of: Context): Subject[] | null => {
  if (!part.subjects.length || !of.subjects.length || !part.subjects.every((code) => TRAITS.has(code))) return null;
  if (of.draft.kind !== 'count' || (part.draft.kind === 'count' && part.draft.unit !== of.draft.unit)) return null;
  const groups = of.subjects.filter((code) => code !== 'general_population');
  return groups.length ? [...new Set([...groups, ...part.subjects])].sort() : null;
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
    const narrowed = part && of && narrowedBy(part, of);
    if (narrowed)
      shared[index.get(figure) as number] = {
        ...part,
        subjects: narrowed,
        implied: [...new Set([...part.implied, 'subjects' as const])],
      };
    if (!part || !of?.indicator || part.draft.unit !== of.draft.unit || part.indicator === of.indicator) continue;
    if (part.draft.kind !== 'money' && part.indicator !== null) continue;
    if (of.indicator === 'budget.total' && !SOURCES.test(part.words)) continue;
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
