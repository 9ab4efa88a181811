import type { DocumentMetadata, Section, SourceDocument } from '../../model/index.ts';
import { furnitureRule, type Line, linesOf, type Opening, openingOf, visibleLines } from '../structure/index.ts';
import { quick } from '../text/quick.ts';
import { isReposted, postedDay } from '../time/index.ts';
import { letterheadDate, stampDate } from './dates.ts';
import { issuerOf, letterheadBodies, placeIn, pressIn } from './issuer.ts';
import { completedRun, reportedPeriod } from './period.ts';
import { documentPlace } from './place.ts';

const HEAD_LINES = 30;
const DOCUMENT_NUMBER =
  /Số\s*:?\s*(\d[\d\s]*|[.…_\s]*)(\/(?:\d{4}\/)?[\p{Lu}\d][\p{Lu}\p{Ll}\d&.-]*(?:[-–/][\p{Lu}][\p{Lu}\p{Ll}\d&.-]*)*)/u;
const QUESTION = /^(?:PV|P\.V|Pv|Phóng viên|Hỏi|MC|BTV)\s*:/u;
const INTERVIEW = /(?:phỏng vấn|trao đổi với phóng viên)/iu;
const DATE_PLACE = /^(\p{Lu}[\p{L}\p{M}\s.-]{1,40}?)\s*,\s*ngày/u;
const AUTHORITY =
  /^(?:TM|KT|TL|TUQ|T\/M|K\/T|Q)\s*[./]\s*\p{Lu}|^(?:PHÓ\s+)?(?:CHỦ\s+TỊCH|GIÁM\s+ĐỐC|TRƯỞNG\s+PHÒNG|TRƯỞNG\s+BAN|BÍ\s+THƯ)$/u;
const PERSON = /^(?:(?:ThS|TS|BS|PGS|GS|CN|KS|Ths)\.?\s*)*((?:\p{Lu}[\p{L}\p{M}]*\s+){1,4}\p{Lu}[\p{L}\p{M}]*)$/u;
const NO_PERSON = /^(?:TM|KT|TL|TUQ)\b|CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG|ỦY BAN|UỶ BAN|Ủy ban|Đã ký|PHÒNG|BAN|HỘI|SỞ/u;

const KINDS: Record<string, DocumentMetadata['type']> = {
  'kế hoạch': 'plan',
  'quyết định': 'decision',
};

type Flow = Pick<SourceDocument, 'text' | 'blocks'>;

/** What the document is: kind, number, title, issuer, date, signer, its own place and the period it reports on. */
export function metadata(
  document: Pick<SourceDocument, 'text' | 'blocks' | 'title'>,
  sections: readonly Section[],
): DocumentMetadata {
  const every = linesOf(document);
  const visible = visibleLines(document);
  const opening = openingOf(visible);
  const head = visible.slice(0, opening.kindLine ?? Math.min(HEAD_LINES, opening.titleLines[0] ?? HEAD_LINES));
  const type = typeOf(opening, visible, sections, document.text);
  const formal = type === 'report' || type === 'plan' || type === 'decision' || opening.kind !== null;
  const bodies = formal ? letterheadBodies(head) : [];
  const issued = issuedOf(document, every, head, formal);
  const lead = visible
    .slice(opening.bodyFrom, opening.bodyFrom + 3)
    .map((line) => line.text)
    .join(' ');
  const place = documentPlace({
    text: document.text,
    title: opening.title,
    titleEnd: visible[opening.titleLines.at(-1) ?? -1]?.span.end ?? 0,
    issuerPlace: placeIn(issuerOf(bodies) ?? '') ?? placeIn(bodies[0] ?? ''),
    datePlace: head.map((line) => DATE_PLACE.exec(line.text)?.[1]).find(Boolean) ?? null,
    issued,
    formal,
  });
  const issuer = formal
    ? (issuerOf(bodies) ?? impliedIssuer(lead, place?.name ?? null))
    : type === 'interview'
      ? pressIn(document.text)
      : null;
  return {
    type,
    number: formal ? numberIn(head.slice(0, HEAD_LINES)) : null,
    title: opening.title ?? null,
    issuer,
    issued,
    signer: formal ? signerOf(every) : null,
    place,
    period:
      reportedPeriod(opening.title ?? '', type === 'plan') ??
      (type === 'report' ? completedRun(opening.title ?? '', issued, document.text) : null) ??
      (formal ? reportedPeriod(lead.slice(0, 600), type === 'plan') : null),
  };
}

/** What a paper without the word "báo cáo" calls itself. */
const REPORTS = /^(?:kết quả|tình hình|tổng hợp|sơ kết|tổng kết|báo cáo)(?!\p{L})/iu;
const SPEECH = /^(?:bài|diễn văn|lời)\s+(?:phát biểu|khai mạc|bế mạc|kêu gọi)/iu;

function typeOf(
  opening: Opening,
  lines: readonly Line[],
  sections: readonly Section[],
  text: string,
): DocumentMetadata['type'] {
  if (opening.kind) return opening.kind.startsWith('báo cáo') ? 'report' : (KINDS[opening.kind] ?? 'other');
  if (opening.title && SPEECH.test(opening.title)) return 'other';
  if (
    lines.filter((line) => QUESTION.test(line.text)).length >= 2 ||
    (lines.some((line) => QUESTION.test(line.text)) && INTERVIEW.test(text))
  )
    return 'interview';
  if (opening.title && REPORTS.test(opening.title) && !lines.some((line) => furnitureRule(line.text) === 'byline'))
    return 'report';
  return opening.title === null && sections.filter((section) => section.number !== '').length >= 2 ? 'report' : 'news';
}

function numberIn(head: Line[]): string | null {
  const [, digits = '', rest] = DOCUMENT_NUMBER.exec(head.map((line) => line.text).join('\n')) ?? [];
  return rest ? `${digits.replace(/\D/g, '')}${rest}` : null;
}

/** The letterhead's date; in a page, its time stamp. */
function issuedOf(document: Flow, every: readonly Line[], head: readonly Line[], formal: boolean): string | null {
  const day = formal
    ? firstOf(head, letterheadDate)
    : firstOf(
        every.filter((line) => furnitureRule(line.text) === 'byline'),
        (text) => stampDate(text) ?? letterheadDate(text),
      );
  if (day && (formal || !isReposted(document, day))) return day;
  return postedDay(document);
}

/** What `read` makes of the first line that it makes anything of. */
function firstOf(lines: readonly Line[], read: (text: string) => string | null): string | null {
  for (const { text } of lines) {
    const found = read(text);
    if (found) return found;
  }
  return null;
}

/** The name under the last "KT. CHỦ TỊCH" and its like. */
function signerOf(lines: readonly Line[]): string | null {
  const parts = lines.flatMap((line) => line.text.split('\t').map((text) => text.trim()));
  const from = parts.findLastIndex((text) => AUTHORITY.test(text));
  if (from < 0) return null;
  for (const text of parts.slice(from + 1, from + 8)) {
    const name = PERSON.exec(text)?.[1];
    if (name && !NO_PERSON.test(text)) return name.replace(/\s+/g, ' ');
  }
  return null;
}

const SPEAKER = quick(
  /(?<![\p{L}])((?:Ủy ban|Uỷ ban|UBND|Ủy Ban)(?: nhân dân| Nhân dân)?|Phòng [\p{L}\s&,-]{5,60}?|Sở [\p{L}\s&,-]{5,60}?)\s+(tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn)?(?=\s+(?:báo cáo|xin báo cáo|xây dựng|ban hành|tổng hợp))/u,
);

/** Without a letterhead, the body that says "… báo cáo": its name with the document's place. */
function impliedIssuer(lead: string, place: string | null): string | null {
  const [, body, level] = SPEAKER.exec(lead) ?? [];
  if (!body) return null;
  const name = body.replace(/^UBND$|^U[ỷy] ban nhân dân$|^Ủy ban nhân dân$/iu, 'Ủy ban nhân dân');
  return level && place?.startsWith(level) ? `${name} ${place}` : level ? `${name} ${level}` : name;
}
