import type { Block, SourceDocument, SourceTable, Span } from '../../model/index.ts';
import { fold } from '../text/words.ts';
import { slotsOf, textOf } from './grid.ts';
import { UNIT_LINE, unitOf } from './measure.ts';
import type { Shape } from './shape.ts';

export interface Caption {
  /** "Biểu 1: Kết quả rà soát hộ nghèo năm 2022", one line. */
  text: string | null;
  /** "triệu đồng, hộ": what stands behind "Đơn vị tính:". */
  unit: string | null;
  /** Where a line of its own announces the unit: its "1.000 đồng" is no amount. */
  unitSpan: Span | null;
}

/** How far above a table its caption may begin, in blocks; the longest line that is one. */
const REACH = 5;
const LONGEST = 240;

const NUMBERED = /^(?:biểu|bảng|phụ lục|phụ biểu|mẫu|danh mục)(?!\p{L})/u;
const TITLE =
  /^(?:tổng hợp|kết quả|danh sách|tình hình|kế hoạch|thống kê|báo cáo|số liệu|chi tiết|phân bổ|biểu)(?!\p{L})/u;
const BARE_UNIT = /^\(?\s*(?:đvt|đơn vị tính|đơn vị)\s*[:.]/u;
/** "(Kèm theo Báo cáo số …)": neither caption nor prose. */
const ATTACHED = /^\(?\s*(?:kèm theo|ban hành kèm)/u;

const isCapitals = (text: string): boolean => /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);

/** The unit that a line names: "Đơn vị tính: triệu đồng", "(ĐVT: hộ)", or "triệu đồng" alone. */
const unitLine = (line: string): string | null => {
  const announced = UNIT_LINE.exec(line)?.[1]
    ?.trim()
    .replace(/[).;\s]+$/u, '');
  return announced ?? (line.length < 30 && unitOf(line) ? line.trim() : null);
};

/** What stands above a table, and in rows of it that span all its columns: its caption and its unit line. */
export const captionOf = (
  { text, blocks }: Pick<SourceDocument, 'text' | 'blocks'>,
  table: SourceTable,
  { grid, headerRows }: Shape,
): Caption => {
  const at = blocks.findIndex(({ span }) => span.start <= table.span.start && table.span.end <= span.end);
  const above = blocks.slice(Math.max(0, at - REACH), Math.max(0, at)).reverse();
  const inside = grid.rows
    .slice(0, headerRows)
    .map(slotsOf)
    .filter((slots) => slots.length === 1)
    .map((slots) => textOf(slots[0] ?? null));
  const outside = linesOf(text, above);
  const caption = read([...inside.reverse(), ...outside.map((line) => line.text)]);
  const announcing = outside.find((line) => caption.unit !== null && UNIT_LINE.test(line.text));
  return { ...caption, unitSpan: announcing?.span ?? null };
};

/** The short lines right above, nearest first. */
const linesOf = (text: string, above: readonly Block[]): { text: string; span: Span }[] => {
  const lines: { text: string; span: Span }[] = [];
  for (const { kind, span } of above) {
    const line = text.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
    if (kind === 'table' || line.length > LONGEST) break;
    lines.push({ text: line, span });
  }
  return lines;
};

/** A line without an item's mark or a sentence's end; a name alone is none. */
const isTitle = (line: string): boolean =>
  TITLE.test(fold(line)) ||
  isCapitals(line) ||
  (/^\p{L}/u.test(line) && !/^(?:[IVXLC]+|\p{L})[.)]/u.test(line) && !/:$/.test(line) && line.split(' ').length >= 5);

const read = (lines: readonly string[]): Omit<Caption, 'unitSpan'> => {
  let unit: string | null = null;
  const title: string[] = [];
  for (const [i, line] of lines.entries()) {
    const folded = fold(line);
    if (title.length === 0 && unit === null && unitLine(line)) {
      unit = unitLine(line);
      const rest = line.replace(/\(?\s*(?:đvt|đơn vị tính|đơn vị)\s*:.*$/iu, '').trim();
      if (BARE_UNIT.test(folded) || rest.length < 8) continue;
      title.unshift(rest);
      break;
    }
    if (ATTACHED.test(folded)) continue;
    if (NUMBERED.test(folded)) {
      title.unshift(line);
      break;
    }
    if (/[.;]$/.test(line) || title.length >= 3 || !(title.length === 0 ? isTitle(line) : isCapitals(line))) break;
    title.unshift(line);
    if (!isCapitals(line) && !NUMBERED.test(fold(lines[i + 1] ?? ''))) break;
  }
  const text = title.join(' ').replace(/:$/u, '').trim();
  return { text: text === '' ? null : text, unit };
};
