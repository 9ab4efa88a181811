import { candidates } from '../../catalogue/places/index.ts';
import { atEnd } from '../text/at-end.ts';
import type { Candidate, Scene } from './draft.ts';

/** Right behind these words a capitalised name is one, in the gazetteer or not: "thôn Ba Nhà", "chợ Ba Đồn". */
const TYPE_BEFORE = atEnd(
  /(?<!\p{L})(?:tỉnh|thành phố|tp\.?|quận|huyện|thị xã|tx\.?|xã|phường|thị trấn|tt\.?|thôn|ấp|bản|làng|buôn|xóm|khóm|sông|núi|hồ|chợ|cầu|đèo|đảo)\s+$/u,
);
const TYPE_REACH = 12;
const TITLE_CASE = /^\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}*)+$/u;
const UPPER_CASE = /^\p{Lu}+(?:\s+\p{Lu}+)+$/u;
/** The other syllable of "Nam Ba Đồn". */
const SYLLABLE_BEFORE = /(?<!\p{L})\p{Lu}\p{Ll}*\s+$/u;
const LONGEST_SYLLABLE = 9;

/** "huyện Ba Bể", "Năm Căn": a number word and a noun that together are, or end, the name of a place. */
export const isNameOfPlace = ({ layout: { text }, folded }: Scene, { token }: Candidate): boolean => {
  if (!token.written || !token.noun) return false;
  const { start } = token.numeral;
  const name = text.slice(start, token.noun.end);
  const titled = TITLE_CASE.test(name);
  if (!titled && !UPPER_CASE.test(name)) return false;
  if (TYPE_BEFORE.test(folded.slice(Math.max(0, start - TYPE_REACH), start))) return true;
  const before = SYLLABLE_BEFORE.exec(text.slice(Math.max(0, start - LONGEST_SYLLABLE), start))?.[0] ?? '';
  return titled && [name, before + name].some((one) => candidates(one).length > 0);
};
