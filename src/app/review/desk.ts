import type { Desk, ReviewedFigure, ReviewLayer } from '../../model/index.ts';
import type { Left, Reviewing } from '../ports.ts';
import type { Language } from '../service.ts';
import { disagreements } from './doubts/extractor.ts';
import { doubtsOf, isOpen, isSure } from './doubts/index.ts';
import { type Look, lookAt, type Said, type Seen } from './doubts/look.ts';
import { figuresOf } from './layer.ts';
import { reviewView } from './review.ts';

const inLanguage = ({ code, message, suggestions }: Said, language: Language): ReviewedFigure['doubts'][number] => ({
  code,
  message: message[language],
  suggestions: suggestions.map(({ label, patch }) => ({ label: label[language], patch })),
});

const viewOf = (seen: Seen, look: Look, language: Language): ReviewedFigure => {
  const doubts = doubtsOf(seen, look);
  const { figure, etag, verdict, found, decided, unreadable } = seen;
  return {
    figure,
    etag,
    verdict,
    found,
    decided,
    extractor: disagreements(seen, look.since),
    doubts: doubts.map((doubt) => inLanguage(doubt, language)),
    sure: isSure(seen, doubts, look),
    ...(Object.keys(unreadable).length > 0 && { unreadable }),
  };
};

const looks = new WeakMap<Reviewing, Map<ReviewLayer, Look>>();

/** One look for all that is asked of the same moment: it reads thousands of rows. */
const lookOf = (reviewing: Reviewing, layer: ReviewLayer): Look => {
  const known = looks.get(reviewing) ?? new Map<ReviewLayer, Look>();
  looks.set(reviewing, known);
  const look = known.get(layer) ?? lookAt(reviewing, figuresOf(reviewing, layer), layer);
  known.set(layer, look);
  return look;
};

/** The figures of a layer as the desk shows them, all or those of `ids` in their order. */
export const reviewedFigures = (
  reviewing: Reviewing,
  { layer, language, ids }: { layer: ReviewLayer; language: Language; ids?: readonly string[] },
): ReviewedFigure[] => {
  const look = lookOf(reviewing, layer);
  const asked = ids?.flatMap((id) => look.figures.get(id) ?? []) ?? [...look.figures.values()];
  return asked.map((seen) => viewOf(seen, look, language));
};

/** What is left to decide in the report's own layer. */
export const leftOf = (reviewing: Reviewing): Left => {
  const look = lookOf(reviewing, 'first');
  let [undecided, doubtful] = [0, 0];
  for (const seen of look.figures.values()) {
    const doubts = doubtsOf(seen, look);
    if (!isOpen(seen, doubts)) continue;
    undecided += 1;
    if (doubts.length > 0) doubtful += 1;
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

/** The field and author of the event by which an extraction reopens a review. */
export const MACHINE = 'ansinh';

const noticesOf = ({ record, review, events }: Reviewing, fileMissing: boolean): (keyof typeof NOTICES)[] => {
  const state = events.findLast(({ figure, field }) => figure === null && field === 'state');
  return [
    ...(record.schemaVersion === '1.0' ? [] : (['older_schema'] as const)),
    ...(state?.who === MACHINE && review.state === 'in_review' ? (['extracted_again'] as const) : []),
    ...(fileMissing ? (['file_missing'] as const) : []),
  ];
};

export const deskOf = (
  reviewing: Reviewing,
  how: { layer: ReviewLayer; language: Language; fileMissing: boolean },
): Desk => ({
  review: reviewView(reviewing.review),
  figures: reviewedFigures(reviewing, how),
  notices: noticesOf(reviewing, how.fileMissing).map((code) => ({ code, message: NOTICES[code][how.language] })),
});
