import type { Link } from '../link/index.ts';
import type { Context } from './index.ts';
import { purposeOf } from './purpose.ts';

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
    if (!part || !of?.indicator || part.draft.unit !== of.draft.unit || part.indicator === of.indicator) continue;
    if (part.draft.kind !== 'money' && part.indicator !== null) continue;
    if (of.indicator.startsWith('pov.') || of.indicator.startsWith('pop.')) continue;
    shared[index.get(figure) as number] = {
      ...(shared[index.get(figure) as number] as Context),
      indicator: of.indicator,
      topic: of.topic,
      purpose: of.topic === 'preferential_credit' ? (purposeOf(part.words) ?? part.purpose) : null,
      implied: [...new Set([...part.implied, 'indicator' as const, 'topic' as const])],
    };
  }
  return shared;
};
