import type { Section, SourceDocument, SourceTable } from '../../model/index.ts';
import { findMentions } from '../context/mentions.ts';
import { topicOfText } from '../context/topic.ts';
import { isAhead } from '../figures/planned.ts';
import { quick } from '../text/quick.ts';
import { fold } from '../text/words.ts';
import { type Caption, captionOf } from './caption.ts';
import { textOf } from './grid.ts';
import { type Row, type Shape, shapeOf } from './shape.ts';

/** A table with all that is known of it before its numbers are read. */
export interface DataTable {
  id: string;
  source: SourceTable;
  shape: Shape;
  caption: Caption;
  /** The innermost section it stands in. */
  section: Section | null;
  /** Names of places its rows are about: they tell nothing of what is counted. */
  byPlace: boolean;
  /** Its caption or the heading over it is one of plans. */
  planned: boolean;
}

const PLACE_HEAD = quick(
  /(?<!\p{L})(?:xã(?! hội)|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|thôn|ấp|bản|làng|khu phố|tổ dân phố|xóm|khóm|địa phương|địa bàn|đơn vị(?! tính))(?!\p{L})/u,
);

/** The tables of a document, in order. */
export const findTables = (document: SourceDocument, sections: readonly Section[]): DataTable[] =>
  document.tables.map((source, i) => {
    const shape = shapeOf(source);
    const { start } = source.span;
    const caption = captionOf(document, source, shape);
    const section = sections.findLast(({ span }) => span.start <= start && start < span.end) ?? null;
    const names = shape.columns.filter(({ role }) => role === 'name');
    return {
      id: `t${i + 1}`,
      source,
      shape,
      caption,
      section,
      byPlace: names.some(({ path }) => PLACE_HEAD.test(fold(path.at(-1) ?? ''))),
      planned: isPlanned(caption.text ?? '', section, sections),
    };
  });

const HEADS_PLANS =
  /^(?:(?:biểu|bảng|phụ lục)[^:.]*[:.]?\s*)?(?:kế hoạch|chỉ tiêu|dự kiến|dự toán|nhu cầu|phân bổ|giao)(?!\p{L})/u;

/** "Kế hoạch phân bổ …" heads plans, "Kết quả thực hiện kế hoạch" does not; a caption is a heading under its section. */
const isPlanned = (caption: string, section: Section | null, sections: readonly Section[]): boolean => {
  const span = { start: 0, end: 0 };
  const heading = { id: '', number: '', heading: caption, level: 1, parent: section?.id ?? null, topic: null, span };
  return HEADS_PLANS.test(fold(caption)) || isAhead(heading, new Map(sections.map((each) => [each.id, each])));
};

/** Everything a table says in words, for questions about all of it. */
export const wordsOf = ({ shape, caption, section }: DataTable): string =>
  [
    caption.text ?? '',
    section?.heading ?? '',
    ...shape.columns.flatMap(({ path }) => path),
    ...shape.rows.flatMap(({ label, outer }) => [label, ...outer]),
  ].join(' . ');

/** A table about welfare names a group of people or a policy area. */
export const isAboutWelfare = (table: DataTable): boolean => {
  const words = wordsOf(table);
  return topicOfText(words) !== null || findMentions(fold(words)).length > 0;
};

/** The labels of the rows that a row stands under, the outermost first. */
export const groupsOver = (rows: readonly Row[], row: Row): string[] => {
  if (row.role === 'total') return row.outer;
  const found: string[] = [];
  let { depth } = row;
  for (let i = rows.indexOf(row) - 1; i >= 0; i -= 1) {
    const above = rows[i] as Row;
    if (above.role === 'total' || above.depth >= depth) continue;
    found.unshift(above.label);
    depth = above.depth;
  }
  return [...found, ...row.outer];
};

/** The text of a cell, "" where the column begins further left. */
export const cellText = ({ shape }: DataTable, row: Row, column: number): string => {
  const slot = shape.grid.rows[row.at]?.[column] ?? null;
  return slot?.column === column && slot.row === row.at ? textOf(slot) : '';
};
