import { parseName } from '../../catalogue/places/index.ts';
import { isCapitals, type Line } from '../structure/lines.ts';
import { quick } from '../text/quick.ts';

/** The right-hand column of a letterhead, and rules under its lines. */
const MOTTO =
  /\s*(?:CỘNG(?:\s+H(?:ÒA|OÀ))?(?:\s+X.*)?$|CỘNG\s+H(?:ÒA|OÀ).*|H(?:ÒA|OÀ)\s+XÃ\s+HỘI.*|XÃ\s+HỘI\s+CHỦ\s+NGHĨA.*|CHỦ\s+NGHĨA\s+VIỆT.*|^(?:NGHĨA\s+)?(?:VIỆT\s+)?NAM$|ĐẢNG\s+CỘNG\s+SẢN.*|[ĐD]ộc\s+lập.*|Tự\s+do\s*[-–].*|Số\s*:.*|[-–—_*=]{2,}.*)$/u;
const BODY_LINE =
  /^(?:[UỦ][YỶ]\s+BAN|UBND|HĐND|HỘI|BỘ|SỞ|PHÒNG|BAN|CHI\s+CỤC|CỤC|TỔNG\s+CỤC|BẢO\s+HIỂM|NGÂN\s+HÀNG|MẶT\s+TRẬN|UBMTTQ|LIÊN\s+ĐOÀN|ĐOÀN|TRUNG\s+TÂM|HUYỆN\s+[UỦ][YỶ]|TỈNH\s+[UỦ][YỶ]|THÀNH\s+[UỦ][YỶ]|ĐẢNG\s+[UỦ][YỶ]|CÔNG\s+AN|VĂN\s+PHÒNG|CHÍNH\s+PHỦ)(?!\p{L})/u;
const UNIT_LINE = /^(?:TỈNH|THÀNH\s+PHỐ|TP\.?|HUYỆN|QUẬN|THỊ\s+XÃ|TX\.?|XÃ|PHƯỜNG|THỊ\s+TRẤN|TT\.?)\s+\S/u;
const COUNCIL = /^(?:uỷ ban|ủy ban|ubnd|hội đồng|hđnd)(?![\p{L}])/u;

/** "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI" → "Sở Lao động - Thương binh và Xã hội". */
function sentenceCase(capitals: string): string {
  if (!isCapitals(capitals)) return capitals;
  const [first = '', ...rest] = capitals.toLowerCase().split(' ');
  const unit = rest.findIndex(
    (word, index) => /^(?:tỉnh|huyện|quận|xã|phường)$/.test(word) && !(word === 'xã' && rest[index + 1] === 'hội'),
  );
  const long = rest.findIndex(
    (word, index) => /^(?:thành|thị)$/.test(word) && /^(?:phố|xã|trấn)$/.test(rest[index + 1] ?? ''),
  );
  const nameFrom = unit >= 0 ? unit + 1 : long >= 0 ? long + 2 : rest.length;
  const council = COUNCIL.test(`${first} ${rest[0] ?? ''}`);
  const words = rest.map((word, index) => {
    const opens = index === 0 || /^(?:-|–|và)$/.test(rest[index - 1] ?? '') || /,$/.test(rest[index - 1] ?? '');
    const capital = index >= nameFrom || (!council && opens && index < nameFrom - 1 && word !== 'và');
    return capital ? upperFirst(word) : word;
  });
  return [upperFirst(first), ...words].join(' ').replace(/ubnd|hđnd|tb&xh|lđ/gi, (short) => short.toUpperCase());
}

const upperFirst = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The bodies that a letterhead names, outermost first, each on one line: ["Ủy ban nhân dân huyện Tây Sơn"]. */
export function letterheadBodies(lines: Line[]): string[] {
  const bodies: string[] = [];
  let goesOn = false;
  for (const part of lines.flatMap((line) => line.text.split('\t'))) {
    const text = part
      .replace(MOTTO, '')
      .replace(/[|*_]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    if (!text) continue;
    const last = bodies.length - 1;
    if (BODY_LINE.test(text) && !(goesOn && /[-–,]$|\sVÀ$/.test(bodies[last] ?? ''))) bodies.push(text);
    else if (last >= 0 && isCapitals(text) && (UNIT_LINE.test(text) || goesOn))
      bodies[last] = `${bodies[last]} ${text}`;
    else continue;
    goesOn = true;
  }
  return bodies.map(sentenceCase);
}

/** The issuing body of a letterhead: the innermost, with the place of the one above it where it has none itself. */
export function issuerOf(bodies: string[]): string | null {
  const last = bodies.at(-1);
  if (!last) return null;
  const own = ofItsOwn(last);
  const full = own
    .replace(/^UBND(?=\s)/u, 'Ủy ban nhân dân')
    .replace(/^HĐND(?=\s)/u, 'Hội đồng nhân dân')
    .replace(/^[Uu]ỷ ban|^Uỷ ban/u, 'Ủy ban');
  const above = bodies.at(-2);
  const place = above && placeIn(above);
  return place && !placeIn(own) ? `${full} ${place}` : full;
}

const PLACE = quick(
  /(?<![\p{L}])(?:tỉnh|thành phố|huyện|quận|thị xã|xã(?! hội)|phường|thị trấn|TP\.?|TX\.?|TT\.?)\s+[\p{Lu}\d].*$/u,
);
/** "HUYỆN KRÔNG BÔNG TỈNH ĐẮK LẮK", "THÀNH PHỐ UÔNG BÍ (QUẢNG NINH)": what stands around the unit itself. */
const OUTER = /(?<=\S)(?:(?:\s*[,(–-]\s*|\s+)(?:tỉnh|thành phố|huyện|quận|thị xã|TP\.?)\s+\p{L}.*|\s*\([^)]*\))$/iu;
/** A body's name without the units around its own. */
const ofItsOwn = (body: string): string => body.replace(PLACE, (place) => place.replace(OUTER, ''));
/** The administrative unit at the end of a body's name, or null. */
export const placeIn = (body: string): string | null => {
  const found = PLACE.exec(body)?.[0].replace(OUTER, '');
  const { type, bare } = parseName(found ?? '');
  return found && type ? `${type} ${bare}` : null;
};

const PRESS = quick(
  /(?<![\p{L}])(?:[Pp]hóng viên|PV)\s+((?:[Bb]áo|[Tt]ạp chí|[Đđ]ài|[Tt]rang|[Cc]ổng)\s+(?:thông tin điện tử\s+)?\p{Lu}[\p{L}\p{M}\s&-]{1,60}?)(?=\s+(?:đã|có|vừa|trao|phỏng|ghi|về)(?![\p{L}\p{M}])|\s*[,.;:(])/u,
);

/** The paper or station whose own reporter speaks in the text, or null. */
export const pressIn = (text: string): string | null => PRESS.exec(text)?.[1]?.replace(/\s+/g, ' ').trim() ?? null;
