import { toPlace, unitWritten } from '../../catalogue/places/index.ts';
import type { DocumentMetadata, Given, Message, ReportRecord } from '../../model/index.ts';

/** What is known of a document from where it lay, as records say it. */
export type Known = Pick<DocumentMetadata, 'place' | 'period'>;

export const NOTHING_KNOWN: Known = { place: null, period: null };

const info = (code: string, message: string): Message => ({ code, severity: 'info', message, span: null });

/** `place` is null, and a warning says so, where what was given names no unit or several. */
export function knownOf({ place, year }: Given): { known: Known; messages: Message[] } {
  const unit = place === null ? null : unitWritten(place, year === null ? null : `${year}-12-31`);
  const known = {
    place: unit && toPlace(unit),
    period: year === null ? null : { start: `${year}-01-01`, end: `${year}-12-31`, label: `năm ${year}` },
  };
  if (place === null || unit) return { known, messages: [] };
  const message = `Địa bàn đã cho “${place}” không phải là một đơn vị hành chính rõ ràng; không dùng đến.`;
  return { known, messages: [{ ...info('given_place_unknown', message), severity: 'warning' }] };
}

/** The metadata with what is known laid under what the document says; each thing that is taken says so. */
export function laidUnder(
  told: DocumentMetadata,
  standing: DocumentMetadata['period'],
  known: Known,
): { metadata: DocumentMetadata; messages: Message[] } {
  const place = told.place === null ? known.place : null;
  // What only some lines of it say of its time is the document's own word too.
  const period = told.period === null && standing === null ? known.period : null;
  return {
    metadata: { ...told, ...(place && { place }), ...(period && { period }) },
    messages: [
      ...(place
        ? [info('place_given', `Địa bàn “${place.name}” lấy từ thông tin kèm theo tệp; báo cáo không nêu.`)]
        : []),
      ...(period
        ? [info('period_given', `Kỳ báo cáo “${period.label}” lấy từ thông tin kèm theo tệp; báo cáo không nêu.`)]
        : []),
    ],
  };
}

/** What had been given when a record was made. */
export function knownIn({ document, messages }: Pick<ReportRecord, 'document' | 'messages'>): Known {
  const was = (code: string) => messages.some((message) => message.code === code);
  return {
    place: was('place_given') ? document.place : null,
    period: was('period_given') ? document.period : null,
  };
}
