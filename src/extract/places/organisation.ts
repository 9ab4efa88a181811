import { matches, quick } from '../text/quick.ts';

/** Offices, bodies, firms and the people who speak for them: a place behind these says whose they are. */
const BODY = [
  'UBND',
  'HĐND',
  'MTTQ',
  'UBMTTQ',
  '[UỦ]ỷ ban',
  '[Ủủ]y ban',
  '[Hh]ội đồng',
  '[Mm]ặt trận',
  '[Đđ]ảng [uủ][ỷy]',
  '[Đđ]ảng bộ',
  '[Tt]ỉnh [uủ][ỷy]',
  '[Hh]uyện [uủ][ỷy]',
  '[Tt]hành [uủ][ỷy]',
  '[Tt]hị [uủ][ỷy]',
  '[Cc]hi bộ',
  'Sở',
  'Phòng',
  'Ban',
  'Bộ',
  'Cục',
  '[Cc]hi cục',
  '[Cc]ông an',
  '[Bb]ộ đội',
  '[Qq]uân đội',
  '[Đđ]oàn(?! kết)',
  'Hội',
  '[Cc]hi hội',
  '[Ll]iên đoàn',
  '[Cc]ông đoàn',
  '[Tt]rung tâm',
  '[Bb]ệnh viện',
  '[Tt]rạm y tế',
  '[Tt]rường(?! hợp)',
  '[Cc]ông ty',
  '[Dd]oanh nghiệp',
  '[Tt]ập đoàn',
  '[Nn]gân hàng',
  '[Cc]hi nhánh',
  '[Bb]ảo hiểm xã hội',
  'BHXH',
  'NHCSXH',
  'Agribank',
  '[Bb]ưu điện',
  '[Tt]òa án',
  '[Vv]iện [Kk]iểm sát',
  '[Hh]ợp tác xã',
  'HTX',
  '[Cc]âu lạc bộ',
  '[Qq]uỹ',
  '[Bb]áo(?! cáo)',
  '[Đđ]ài',
  '[Cc]ổng thông tin',
  '[Cc]hủ tịch',
  '[Bb]í thư',
  '[Gg]iám đốc',
  '[Tt]rưởng (?:phòng|ban|thôn|bản|ấp)',
  '[Ll]ãnh đạo',
  '[Đđ]ại diện',
  '[Cc]án bộ',
  '[Đđ]ại biểu',
  '[Nn]guyên ',
  '[Tt]hường trực',
  '[Bb]an [Cc]hỉ đạo',
  '[Bb]an [Tt]hường vụ',
  '[Cc]ơ sở',
  '[Mm]ạnh thường quân',
  '[Nn]hà hảo tâm',
  '[Tt]ổ chức',
  '[Nn]hóm',
  '[Cc]hùa',
  '[Gg]iáo xứ',
  '[Kk]iểm lâm',
  '[Tt]hanh tra',
  '[Nn]gành',
].map((word) => word.replaceAll(' ', '\\s+'));
/** After one of these a new matter begins; what stands before it no longer owns the place. */
const BREAK = quick(
  /(?<![\p{L}\p{M}])(?:tại|ở|cho|từ|đến|gồm|là|đã|có|được|hỗ\s+trợ|tặng|trao|thăm|về|khi|mà|theo|trong|để|phát\s+hiện|giúp|xây|đối\s+với|như)(?![\p{L}\p{M}])/gu,
);
/** A comma inside a body's own name: "Sở Lao động, Thương binh và Xã hội". */
const INNER_COMMA =
  /,\s*(?=(?:[Tt]hương\s+binh|[Nn]gười\s+có\s+công|[Tt]rẻ\s+em|[Gg]ia\s+đình|[Tt]hể\s+thao|[Dd]u\s+lịch))/gu;
const BODY_PATTERN = quick(new RegExp(`(?<![\\p{L}\\p{M}])(?:${BODY.join('|')})(?![\\p{L}\\p{M}])`, 'u'));
const LOCATED = quick(/(?<![\p{L}\p{M}])(?:tại|ở|trên\s+địa\s+bàn|trú\s+tại)\s+$/u);
const LOCATES_BODY = quick(/(?<![\p{L}\p{M}])(?:tại|ở)(?:\s+các)?\s+$/u);
/** Bodies that are places themselves: what is given to them is given there. */
const LOCATES_HOUSE = quick(/(?<![\p{L}\p{M}])(?:tại|ở|đến|cho)(?:\s+các)?\s+$/u);
const HOUSE = /^(?:[Tt]rường|[Tt]rạm|[Bb]ệnh|[Cc]hùa|[Gg]iáo|[Cc]ơ|[Tt]rung)/u;

/** The rest of the noun phrase that ends before the place: back to punctuation or a word that opens a new matter. */
function phraseBefore(before: string): { phrase: string; lead: string } {
  const window = before.slice(-110).replace(INNER_COMMA, (comma) => ' '.repeat(comma.length));
  const cut =
    Math.max(...[',', ';', '.', ':', '(', '“', '"', '\n', '!', '?'].map((mark) => window.lastIndexOf(mark))) + 1;
  const breaks = matches(BREAK, window.slice(cut)).map((match) => cut + match.index + match[0].length);
  const from = breaks.at(-1) ?? cut;
  return { phrase: window.slice(from), lead: window.slice(0, from) };
}

/**
 * Whether the place that begins behind `before` belongs to the name of a body or an office ("Sở Y tế tỉnh …",
 * "doanh nghiệp ở …"). A body that is itself a location is none: "tại trường tiểu học xã …".
 */
export function isOrganisation(before: string): boolean {
  if (LOCATED.test(before)) {
    const owner = phraseBefore(before.replace(LOCATED, ''));
    const body = BODY_PATTERN.exec(owner.phrase);
    return (
      body !== null &&
      owner.phrase.length - body.index < 40 &&
      !LOCATES_BODY.test(owner.lead + owner.phrase.slice(0, body.index))
    );
  }
  const { phrase, lead } = phraseBefore(before);
  const body = BODY_PATTERN.exec(phrase);
  if (!body) return false;
  const located = (HOUSE.test(body[0]) ? LOCATES_HOUSE : LOCATES_BODY).test(lead + phrase.slice(0, body.index));
  const person = /^(?:[Cc]án|[Đđ]ại|[Nn]guyên|[Ll]ãnh|UBND|HĐND|[Cc]hủ|[Bb]í|Sở|Phòng|Ban)/u.test(body[0]);
  return !located || person;
}
