import type { SourceDocument, Span } from '../../model/index.ts';
import { remembered } from '../text/remembered.ts';
import { type Line, linesOf } from './lines.ts';

const TIME = String.raw`\d{1,2}\s*[:hg]\s*\d{2}(?:\s*[:p]\s*\d{2})?(?:\s*(?:SA|CH|AM|PM))?`;
const DATE = String.raw`\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}`;
const WEEKDAY = String.raw`(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật|CN)`;
const STAMP_WORD = String.raw`(?:ngày|lúc|cập\s+nhật(?:\s+(?:lúc|ngày|lần\s+cuối))?|đăng(?:\s+(?:lúc|ngày|bởi))?|ngày\s+đăng(?:\s+(?:bài|tin))?|ngày\s+xuất\s+bản|GMT\s*\+?\s*7)`;
const STAMP_PART = new RegExp(`${DATE}|${TIME}|${WEEKDAY}|${STAMP_WORD}|[|,:;()•·–—\\-\\s]+`, 'giu');
const STAMP_CORE = new RegExp(
  `${TIME}[\\s|,–—-]*(?:${WEEKDAY}[\\s,]*)?(?:ngày\\s*)?${DATE}|${DATE}[\\s|,–—-]*${TIME}|${WEEKDAY}[\\s,]*(?:ngày\\s*)?${DATE}|(?:cập\\s+nhật|ngày\\s+đăng|đăng\\s+(?:lúc|ngày|bởi))`,
  'iu',
);
const ONLY_STAMP = new RegExp(`^(?:${DATE}|ngày\\s*:\\s*${DATE})$`, 'iu');
/** A pen name: one to five words, each with a capital. */
const PEN_NAME =
  /^(?:(?:[Tt]heo|[Bb]ài(?:, ảnh)?|[Tt]in(?:, ảnh)?|[Tt]ác giả|[Nn]guồn)\s*:?\s*)?(?:\p{Lu}[\p{L}.]*\s*){0,5}$/u;
const BUTTON = /^(?:xem cỡ chữ|đọc bài viết|nghe đọc bài|xem với cỡ chữ)$/iu;

/** "04:05 | 15/05/2017", "Bảo Hà 29/02/2024 - 15:56": when a page went up and who wrote it, nothing else. */
function isByline(text: string): boolean {
  if (text.length > 120) return false;
  if (ONLY_STAMP.test(text)) return true;
  if (!STAMP_CORE.test(text)) return false;
  const rest = text.replace(STAMP_PART, ' ').trim();
  return /\d/.test(text) && (PEN_NAME.test(rest) || BUTTON.test(rest));
}

const COUNTER_WORDS =
  '(?:số\\s+)?(?:lượt|lần)\\s+(?:xem|đọc|truy\\s+cập|tải|views?)|đã\\s+xem|views?|số\\s+lần\\s+được\\s+xem';
const COUNTER = new RegExp(
  `^(?:${COUNTER_WORDS})\\s*[:：]?\\s*[\\d.,]*$|^[\\d.,]+\\s*(?:${COUNTER_WORDS})$|^\\(?\\d*\\)?\\s*bình\\s+luận\\s*(?:\\(\\d+\\))?$`,
  'iu',
);
const BANNER = /^(?:image|banner)(?:[\s_-]*(?:banner|advertisement|ads?))+$|^(?:quảng cáo|advertisement)$/iu;
const STATISTICS =
  /^(?:thống kê (?:truy cập|lượt truy cập|website)|bộ đếm(?: truy cập)?)$|^[•●*\-–+]?\s*(?:đang (?:online|truy cập|trực tuyến|xem)|(?:khách|thành viên|người)(?: đang)? (?:online|trực tuyến)|(?:tổng )?(?:số )?(?:lượt )?truy cập(?: hôm nay)?)\s*:\s*[\d.,]+$/iu;
/** Lines of a visit counter that could as well be a line of a report; they count only beside one of the above. */
const STATISTICS_ITEM =
  /^[•●*\-–+]?\s*(?:hôm (?:nay|qua)|trong (?:ngày|tuần|tháng|năm)|(?:tuần|tháng|năm) (?:này|trước|nay)|tất cả|tổng(?: số| cộng)?)\s*:\s*[\d.,]+$/iu;
const FILE_NAME =
  /^[^\s.:;][^:;]{0,100}\.(?:png|jpe?g|gif|bmp|webp|svg|tiff?|pdf|docx?|xlsx?|pptx?|mp3|mp4|rar|zip)(?:\s*\(\d.*\))?$/iu;
const TOOL = String.raw`(?:chia sẻ(?: (?:bài viết|facebook|zalo))?|in (?:trang|bài(?: viết)?|ấn|tin)|bản in|gửi (?:email|bài(?: viết)?|phản hồi|bình luận|góp ý|cho bạn bè)|cỡ chữ|xem cỡ chữ|tăng cỡ chữ|giảm cỡ chữ|màu nền|tương phản|đọc bài viết|nghe(?: đọc)? bài(?: viết)?|lưu(?: bài| tin)?|yêu thích|thích|like|share|tweet|print|facebook|twitter|zalo|google\s?\+?|linkedin|youtube|copy link|sao chép liên kết|theo dõi|về trang (?:chủ|trước)|quay lại|đầu trang|lên đầu trang|trở về|trang chủ|viết bình luận|bình luận|trả lời|a\s?[+-]|a a|email|rss|tải về|download)`;
const TOOLBAR = new RegExp(`^[|•·,/>«»\\s]*${TOOL}(?:[\\s|•·,/:>«»]+${TOOL})*[|•·,/:>«»\\s]*$`, 'iu');
const IMPRINT =
  /^[•●*\-–+]?\s*(?:(?:giấy phép(?: (?:số|hoạt động|xuất bản|thiết lập)\b.*?)?|giấy phép|địa chỉ|trụ sở|điện thoại|tel|fax|hotline|đường dây nóng|e-?mail|thư điện tử|website|chịu trách nhiệm(?: chính| nội dung| quản lý)?|tổng biên tập|phó tổng biên tập|trưởng ban biên tập|cơ quan chủ quản|đơn vị (?:chủ quản|quản lý|phát triển)|thiết kế(?: bởi)?|từ khóa|tags?|nguồn tin)\s*:|giấy phép (?:số|thiết lập|hoạt động|xuất bản)\s|©|®|copyright\b|bản quyền (?:thuộc|©|của)|powered by|designed by|thiết kế (?:bởi|và)|phát triển bởi|ghi rõ nguồn|vui lòng ghi rõ nguồn)/iu;
const ABBREVIATED_PAGE = /^(?:trang\s+)\d{1,3}(?:\s*\/\s*\d{1,3})?$/iu;
const SEPARATOR = /^[|\-–—_=*•.…\s]+$/;

/** Lines that are furniture by their own words, wherever they stand; the rule's name, for people who ask why. */
const LINE_RULES: Record<string, (text: string) => boolean> = {
  counter: (text) => COUNTER.test(text),
  banner: (text) => BANNER.test(text),
  statistics: (text) => STATISTICS.test(text),
  'file-name': (text) => FILE_NAME.test(text) && text.split(' ').length <= 8,
  toolbar: (text) => TOOLBAR.test(text),
  byline: isByline,
  imprint: (text) => text.length <= 220 && IMPRINT.test(text),
  'page-number': (text) => ABBREVIATED_PAGE.test(text),
  separator: (text) => SEPARATOR.test(text),
};

const RELATED =
  /^[•●>»|\s]*(?:(?:các )?(?:tin|bài)(?: viết| bài| tức)? (?:khác|liên quan|mới(?: nhất| hơn| đăng)?|cũ(?: hơn)?|cùng chuyên mục|cùng loại|đã đưa|đọc nhiều(?: nhất)?|xem nhiều(?: nhất)?|nổi bật|tiếp theo)|cùng chuyên mục|có thể bạn quan tâm|đừng bỏ lỡ|đọc nhiều(?: nhất)?|xem nhiều(?: nhất)?|xem thêm|đọc thêm|nổi bật|mới nhất|tin đọc nhiều|chuyên mục khác|những tin (?:mới|cũ) hơn)\s*:?$/iu;
/** Boxes of a portal. The words alone could head a report, so they count only near the end. */
const PORTAL_BOX =
  /^(?:thông báo|thư viện (?:ảnh|video|hình ảnh)|liên kết(?: website| web)?|văn bản(?: mới| chỉ đạo điều hành)?|video(?: clip)?|hình ảnh|lịch công tác|thủ tục hành chính|dịch vụ công(?: trực tuyến)?|hỏi đáp|góp ý|thăm dò ý kiến|truyền hình|tin tức|sự kiện|chuyên mục)\s*:?$/iu;

/** A line that could be the title of another page: short, and no sentence. */
const isTitleLike = (text: string): boolean => text.length <= 160 && !/[.;:]$|\.\s/.test(text);

const RECIPIENTS = /^nơi\s+nhận\s*:?/iu;
const AUTHORITY = /^(?:TM|KT|TL|TUQ|T\/M|K\/T|Q)\s*[./]\s*\p{Lu}/u;
const ANNEX = /^(?:phụ\s+lục|biểu|mẫu|bảng|danh\s+sách)(?![\p{L}])/iu;
const SIGNATURE_LINE =
  /^(?:\(?[Đđ]ã ký(?: tên)?(?:,? đóng dấu)?\)?|\(?[Kk]ý tên,? đóng dấu\)?|[\p{Lu}\s.,-]+|(?:\p{Lu}\p{Ll}*\.?\s*){2,6})$/u;

/** A line that may go on a recipients' list or a signature. */
function isOfClosing(text: string): boolean {
  if (ANNEX.test(text)) return false;
  if (/^[-–+•*]/.test(text) && text.length <= 200) return true;
  return (
    text.length <= 120 &&
    (AUTHORITY.test(text) || RECIPIENTS.test(text) || /[;./]$/.test(text) || SIGNATURE_LINE.test(text))
  );
}

/** For a run of lines of one sort that begins behind `from`: the first line that is none. Runs are walked once. */
function endOfRun(lines: readonly Line[], isOne: (text: string) => boolean): (from: number) => number {
  let [start, end] = [0, 0];
  return (from) => {
    if (from + 1 >= start && from + 1 < end) return end;
    [start, end] = [from + 1, from + 1];
    while (end < lines.length && isOne((lines[end] as Line).text)) end++;
    return end;
  };
}

/**
 * Stretches of a document that belong to the web page or the file around a report and not to the report itself:
 * counters, banners, toolbars, bylines, lists of other pages, imprints, recipients, signatures.
 * Ascending spans of whole lines; figures within them say nothing about the report.
 */
export const furniture = remembered((document: Pick<SourceDocument, 'text' | 'blocks'>): readonly Span[] => {
  const lines = linesOf(document);
  const spans: Span[] = [];
  let covered = 0;
  const cover = (from: number, to: number) => {
    for (const line of lines.slice(Math.max(from, covered), to)) spans.push(line.span);
    covered = Math.max(covered, to);
  };
  const endOfRelated = endOfRun(lines, isTitleLike);
  const endOfClosing = endOfRun(lines, isOfClosing);
  const pageEnd = pageEndOf(lines);
  lines.forEach((line, index) => {
    if (line.kind === 'table') return;
    if (line.kind === 'furniture' || furnitureRule(line.text)) cover(index, index + 1);
    else if (STATISTICS_ITEM.test(line.text) && besideCounter(lines, index)) cover(index, index + 1);
    else if (RELATED.test(line.text)) cover(index, endOfRelated(index));
    else if (PORTAL_BOX.test(line.text) && index >= pageEnd) cover(index, endOfRelated(index));
    else if (RECIPIENTS.test(line.text) || (AUTHORITY.test(line.text) && index > 3)) cover(index, endOfClosing(index));
  });
  return spans;
});

/** The lines of a document without its furniture. */
export function visibleLines(document: Pick<SourceDocument, 'text' | 'blocks'>): Line[] {
  const hidden = new Set(furniture(document).map((span) => span.start));
  return linesOf(document).filter((line) => !hidden.has(line.span.start));
}

/** Where the closing of a formal document begins, its recipients or its signature; null where it has none. */
export function closingOf(document: Pick<SourceDocument, 'text' | 'blocks'>): number | null {
  const lines = linesOf(document);
  const at = lines.findIndex((line, index) => RECIPIENTS.test(line.text) || (AUTHORITY.test(line.text) && index > 3));
  return at > lines.length * 0.1 ? (lines[at]?.span.start ?? null) : null;
}

/** The rule by which a line alone is furniture, or null. */
export function furnitureRule(text: string): string | null {
  const line = text
    .normalize('NFC')
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim();
  return Object.keys(LINE_RULES).find((name) => LINE_RULES[name]?.(line)) ?? null;
}

/** The first line behind which nothing but short lines follows, and most of the document lies before. */
function pageEndOf(lines: readonly Line[]): number {
  let left = lines.reduce((sum, line) => sum + line.text.length, 0) * 0.3;
  for (let at = lines.length - 1; at >= 0; at--) {
    const { text } = lines[at] as Line;
    left -= text.length;
    if (left <= 0 || !(isTitleLike(text) || furnitureRule(text))) return at;
  }
  return 0;
}

/** No visit counter has more lines. */
const MOST_COUNTERS = 20;

/** Whether the run of counter lines around `index` has one that can be nothing else. */
function besideCounter(lines: readonly Line[], index: number): boolean {
  const reaches = (step: 1 | -1): boolean => {
    let at = index + step;
    const end = index + step * MOST_COUNTERS;
    while (at !== end && STATISTICS_ITEM.test(lines[at]?.text ?? '')) at += step;
    return STATISTICS.test(lines[at]?.text ?? '');
  };
  return reaches(-1) || reaches(1);
}
