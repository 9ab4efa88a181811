import type { Desk, ReviewedFigure, ReviewLayer } from '../../model/index.ts';
import { same } from '../../model/same.ts';
import type { Left, Recheck, Reviewing } from '../ports.ts';
import type { Language } from '../service.ts';
import { agreeing } from './doubts/checks.ts';
import { disagreements } from './doubts/extractor.ts';
import { doubtsOf, isOpen, isSure } from './doubts/index.ts';
import { type Look, lookAt, type Said, type Seen } from './doubts/look.ts';
import { figuresOf } from './layer.ts';
import { MACHINE } from './machine.ts';
import { reviewView } from './review.ts';

const inLanguage = ({ code, message, suggestions }: Said, language: Language): ReviewedFigure['doubts'][number] => ({
  code,
  message: message[language],
  suggestions: suggestions.map(({ label, patch }) => ({ label: label[language], patch })),
});

const viewOf = (seen: Seen, look: Look, language: Language): ReviewedFigure => {
  const doubts = doubtsOf(seen, look);
  const { figure, etag, verdict, found, decided, unreadable } = seen;
  const agrees = agreeing(figure.id, look).map(({ message }) => message);
  return {
    figure,
    etag,
    verdict,
    found,
    decided,
    extractor: disagreements(seen, look.since),
    doubts: doubts.map((doubt) => inLanguage(doubt, language)),
    ...(agrees.length > 0 && { agrees }),
    sure: isSure(seen, doubts, look),
    ...(Object.keys(unreadable).length > 0 && { unreadable }),
  };
};

const looks = new WeakMap<Reviewing, Map<ReviewLayer, Look>>();

/** One look for all that is asked of the same moment: it reads thousands of rows. */
const lookOf = (reviewing: Reviewing, layer: ReviewLayer, recheck: Recheck): Look => {
  const known = looks.get(reviewing) ?? new Map<ReviewLayer, Look>();
  looks.set(reviewing, known);
  const look = known.get(layer) ?? lookAt(reviewing, figuresOf(reviewing, layer), layer, recheck);
  known.set(layer, look);
  return look;
};

interface How {
  layer: ReviewLayer;
  language: Language;
  recheck: Recheck;
}

/** The figures of a layer as the desk shows them, all or those of `ids` in their order. */
export const reviewedFigures = (
  reviewing: Reviewing,
  { layer, language, recheck, ids }: How & { ids?: readonly string[] },
): ReviewedFigure[] => {
  const look = lookOf(reviewing, layer, recheck);
  const asked = ids?.flatMap((id) => look.figures.get(id) ?? []) ?? [...look.figures.values()];
  return asked.map((seen) => viewOf(seen, look, language));
};

const sharing = ({ checks }: Look, ids: readonly string[]): string[] =>
  ids.flatMap((id) => (checks.get(id) ?? []).flatMap(({ figures }) => figures));

/** Figures beside `ids` of which something else is said now: they share a sum or the like with one that changed. */
export const affected = (
  before: Reviewing,
  now: Reviewing,
  how: How & { ids: readonly string[] },
): ReviewedFigure[] => {
  const { layer, recheck, ids } = how;
  const [then, look] = [lookOf(before, layer, recheck), lookOf(now, layer, recheck)];
  const others = [...new Set([...sharing(then, ids), ...sharing(look, ids)])].filter((id) => !ids.includes(id));
  const said = new Map(reviewedFigures(before, { ...how, ids: others }).map((one) => [one.figure.id, one]));
  return reviewedFigures(now, { ...how, ids: others }).filter((one) => !same(one, said.get(one.figure.id)));
};

/** What is left to decide in the report's own layer. */
export const leftOf =
  (recheck: Recheck) =>
  (reviewing: Reviewing): Left => {
    const look = lookOf(reviewing, 'first', recheck);
    const [undecided, doubtful] = [new Set<string>(), new Set<string>()];
    for (const [id, seen] of look.figures) {
      if (look.whole && !look.whole.has(id)) continue;
      const doubts = doubtsOf(seen, look);
      if (!isOpen(seen, doubts)) continue;
      undecided.add(id);
      if (doubts.length > 0) doubtful.add(id);
    }
    return { undecided, doubtful };
  };

const NOTICES = {
  older_schema: {
    vi: 'Bản ghi này do một phiên bản cũ tạo ra. Mọi quyết định vẫn còn; hãy bấm "Trích xuất lại" để có bản ghi mới.',
    en: 'An earlier version made this record. Every decision is kept; extract it again for a new one.',
  },
  extracted_again: {
    vi: 'Báo cáo đã được trích xuất lại sau khi rà soát và một số số liệu đã khác. Hãy xem lại rồi kết thúc lần nữa.',
    en: 'The report was extracted again after its review and some figures are others now. Look at them and finish again.',
  },
  file_missing: {
    vi: 'Tệp gốc không còn trong kho nên không hiện được trang. Bản ghi và mọi quyết định vẫn còn; hãy tải tệp lên lại.',
    en: 'The file is no longer stored, so its pages cannot be shown. Record and decisions are; upload the file again.',
  },
};

const noticesOf = ({ schemaVersion, review, events }: Reviewing, fileMissing: boolean): (keyof typeof NOTICES)[] => {
  const state = events.findLast(({ figure, field }) => figure === null && field === 'state');
  return [
    ...(schemaVersion === '1.0' ? [] : (['older_schema'] as const)),
    ...(state?.who === MACHINE && review.state === 'in_review' ? (['extracted_again'] as const) : []),
    ...(fileMissing ? (['file_missing'] as const) : []),
  ];
};

export const deskOf = (reviewing: Reviewing, how: How & { fileMissing: boolean }): Desk => ({
  review: reviewView(reviewing.review),
  figures: reviewedFigures(reviewing, how),
  notices: noticesOf(reviewing, how.fileMissing).map((code) => ({ code, message: NOTICES[code][how.language] })),
});
