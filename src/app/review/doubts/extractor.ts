import type { Figure } from '../../../model/index.ts';
import { same } from '../../../model/same.ts';
import { ADDED, FIELDS, VERDICT } from '../../overlay.ts';
import { readFigure } from '../lenient.ts';
import type { Rule, Seen } from './look.ts';

/** Nobody has decided on it since it was last extracted. */
const isNews = ({ events }: Seen, since: number): boolean => (events.at(-1)?.sequence ?? 0) <= since;

/** What the extraction said when a person set the field, which they have overruled. */
const overruled = ({ events }: Seen, field: keyof Figure, says: unknown): boolean =>
  events.some((event) => event.field === field && same(event.old, says));

const isDecided = ({ decided, verdict }: Seen, field: string): boolean =>
  verdict === 'accepted' || decided.includes(field);

/**
 * Fields in which an extraction newer than the last decision says otherwise than a person: field → what it says. What they
 * have overruled already is no news.
 */
export const disagreements = (seen: Seen, since: number): Record<string, unknown> => {
  const { extracted, figure, verdict, events } = seen;
  if (!extracted || verdict === 'rejected' || events.length === 0 || !isNews(seen, since)) return {};
  const latest = readFigure(extracted).figure;
  const differing = FIELDS.filter(
    (field) => isDecided(seen, field) && !same(latest[field], figure[field]) && !overruled(seen, field, latest[field]),
  );
  return Object.fromEntries(differing.map((field) => [field, latest[field]]));
};

export const extractorDisagrees: Rule = (seen, { since }) => {
  const says = disagreements(seen, since);
  const fields = Object.keys(says);
  if (fields.length === 0) return null;
  return {
    code: 'extractor_disagrees',
    message: {
      vi: `Bản trích xuất mới nhất đọc khác với người rà soát ở: ${fields.join(', ')}. Quyết định của người rà soát vẫn được giữ.`,
      en: `The latest extraction reads ${fields.join(', ')} otherwise than the reviewer. The reviewer's decision stands.`,
    },
    suggestions: [
      { label: { vi: 'Lấy theo bản trích xuất mới', en: 'Take what the latest extraction says' }, patch: says },
    ],
  };
};

export const noLongerFound: Rule = (seen, { since }) => {
  if (seen.found || seen.verdict === 'rejected' || !isNews(seen, since)) return null;
  if (seen.events.some(({ field }) => field === ADDED)) return null;
  return {
    code: 'no_longer_found',
    message: {
      vi: 'Bản trích xuất mới nhất không còn tìm thấy số liệu này. Nó được giữ như người rà soát đã quyết định.',
      en: 'The latest extraction no longer finds this figure. It is kept as the reviewer decided.',
    },
    suggestions: [{ label: { vi: 'Loại số liệu này', en: 'Reject the figure' }, patch: { [VERDICT]: 'rejected' } }],
  };
};
