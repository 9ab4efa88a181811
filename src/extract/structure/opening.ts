import { furnitureRule } from './furniture.ts';
import { isCapitals, type Line } from './lines.ts';
import { numberOf } from './numbering.ts';

/** What stands before the body: letterhead, the word that says what the document is, its title. */
export interface Opening {
  /** The line of the document's kind ("BÁO CÁO"), null where there is none. */
  kindLine: number | null;
  /** The kind's own words, in lower case: "báo cáo". */
  kind: string | null;
  titleLines: number[];
  title: string | null;
  /** The first line that may belong to the body. */
  bodyFrom: number;
}

const KINDS = [
  'báo cáo tóm tắt',
  'báo cáo nhanh',
  'báo cáo sơ kết',
  'báo cáo tổng kết',
  'báo cáo chuyên đề',
  'báo cáo',
  'kế hoạch',
  'quyết định',
  'nghị quyết',
  'tờ trình',
  'thông báo',
  'chương trình',
  'chỉ thị',
  'đề án',
  'phương án',
  'hướng dẫn',
  'kết luận',
  'công điện',
  'biên bản',
];
const KIND_LINE = new RegExp(`^(${KINDS.join('|')})(?![\\p{L}])\\s*[:.]?\\s*(.*)$`, 'iu');
const FIRST_LINES = 30;
/** The body has begun. */
const LONG_PARAGRAPH = 320;

/** Words with which the first sentence of a body begins, or a line of the letterhead. */
const NO_TITLE =
  /^(?:căn cứ|thực hiện (?:kế hoạch|công văn|nghị quyết|chỉ thị|quyết định|thông báo|chương trình|văn bản|nghị định|luật|ý kiến|sự chỉ đạo)|theo |kính gửi|để |nhằm |trong |trên cơ sở|tiếp theo|ngày |số\s*:|ủy ban nhân dân|uỷ ban nhân dân|ubnd|hội đồng nhân dân|cộng hòa|cộng hoà|độc lập|\(|\||[-–—_*=]{2,})/iu;
const LETTERHEAD =
  /^(?:cộng\s+h(?:òa|oà)|độc\s+lập|đảng\s+cộng\s+sản|[uủ][yỷ]\s+ban|ubnd|hội\s+đồng|sở\s|phòng\s|bộ\s|chi\s+cục|ban\s|mặt\s+trận)/iu;
/** Bodies whose name in capitals heads a paper; in small letters it may open a headline. */
const BODY_IN_CAPITALS =
  /^(?:hội|liên đoàn|đoàn|bảo hiểm|ngân hàng|trung tâm|công an|mttq|đảng|huyện ủy|tỉnh ủy|thành ủy)\s/iu;
const PLACE_AND_DATE = /^[\p{Lu}][\p{L}.\s-]{1,40},\s*(?:ngày|tháng|năm)(?![\p{L}])/u;

const wordsIn = (text: string): number => text.split(/\s+/).length;

/** A line that could be a title: no sentence, no number of a section. */
function isTitle(text: string, next = false): boolean {
  if (text.length > 320 || /[.;:]$/.test(text.replace(/\.\.\.$/, '')) || numberOf(text)) return false;
  return !PLACE_AND_DATE.test(text) && (next || !NO_TITLE.test(text) || isCapitals(text));
}

/** "KẾ HOẠCH / Thực hiện Chương trình giảm nghèo năm 2022": a title may open as many a first sentence does. */
const namesTask = (text: string): boolean =>
  /^(?:thực hiện|triển khai)(?!\p{L})/iu.test(text) &&
  text.length < 240 &&
  !/báo cáo|ban hành|,\s*(?:ubnd|ủy ban|sở|phòng)/iu.test(text);

function kindAt(lines: Line[]): { line: number; kind: string; rest: string } | null {
  for (const [index, line] of lines.slice(0, FIRST_LINES).entries()) {
    if (line.text.length > LONG_PARAGRAPH) return null;
    const match = KIND_LINE.exec(line.text);
    if (!match) continue;
    const [, kind = '', rest = ''] = match;
    const alone = rest === '' && (isCapitals(kind) || line.bold || line.level !== null || wordsIn(line.text) <= 4);
    if (alone || (isCapitals(line.text) && !/^số\s/i.test(rest)))
      return { line: index, kind: kind.toLowerCase(), rest };
  }
  return null;
}

function formalOpening(lines: Line[], at: { line: number; kind: string; rest: string }): Opening {
  const titleLines: number[] = at.rest ? [at.line] : [];
  let index = at.line + 1;
  for (; index < lines.length; index++) {
    const line = lines[index] as Line;
    const first = titleLines.length === 0;
    const previous = lines[index - 1] as Line;
    if (line.kind === 'table' || !isTitle(line.text, first && namesTask(line.text))) break;
    if (!first && !goesOn(previous, line)) break;
    titleLines.push(index);
  }
  const parts = titleLines.map((line) => (line === at.line ? at.rest : (lines[line] as Line).text));
  return { kindLine: at.line, kind: at.kind, titleLines, title: parts.join(' ') || null, bodyFrom: index };
}

/** Whether a title goes on in the next line: set alike, or plainly unfinished. */
function goesOn(line: Line, next: Line): boolean {
  if (NO_TITLE.test(next.text) && !isCapitals(next.text)) return false;
  if (isCapitals(line.text)) return isCapitals(next.text) || /^\p{Ll}/u.test(next.text);
  return /^\p{Ll}/u.test(next.text) || (line.bold && next.bold) || next.text.length < 60;
}

/** The headline of a page: the first line long enough to be one, breadcrumbs and rubrics ("Xã hội") passed over. */
function plainOpening(lines: Line[]): Opening {
  const none: Opening = { kindLine: null, kind: null, titleLines: [], title: null, bodyFrom: 0 };
  const topHeadings = lines.filter((line) => line.level === 1).length;
  for (const [index, line] of lines.slice(0, 12).entries()) {
    if (line.level === 1 && !numberOf(line.text)) return topHeadings === 1 ? headline(index, line.text) : none;
    if (line.kind === 'table' || numberOf(line.text)) return none;
    if (
      furnitureRule(line.text) ||
      LETTERHEAD.test(line.text) ||
      (isCapitals(line.text) && BODY_IN_CAPITALS.test(line.text)) ||
      PLACE_AND_DATE.test(line.text) ||
      />|»/.test(line.text)
    )
      continue;
    if (wordsIn(line.text) < 5) continue;
    if (line.text.length > 250 || /[.;:,]$/.test(line.text)) return none;
    return headline(index, line.text);
  }
  return none;
}

const headline = (index: number, title: string): Opening => ({
  kindLine: null,
  kind: null,
  titleLines: [index],
  title,
  bodyFrom: index + 1,
});

/** Finds letterhead, kind and title of a report, or the headline of a page, in its visible lines. */
export function openingOf(lines: Line[]): Opening {
  const at = kindAt(lines);
  const opening = at ? formalOpening(lines, at) : plainOpening(lines);
  const title = opening.title?.replace(/\s+/g, ' ').trim() || null;
  return { ...opening, title };
}
