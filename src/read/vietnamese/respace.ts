/** Spaces that a file's maker set inside syllables ("ĐIỀ U KHO ẢN") or lost between them ("hộnghèo"). */
import { isMarkedSyllable, isSyllable } from './syllable.ts';

/** A space to take out (at its place) or to put in (before this place). */
export type Repair = { at: number; kind: 'join' | 'part' };

/** How often each word stands in a document, in small letters. */
export type Vocabulary = ReadonlyMap<string, number>;

/** What the page's gaps say of the space at an offset: narrower than those about it, or not; null where nothing tells. */
export type Narrow = (at: number) => boolean | null;

/** Syllables without an onset that words are made of: others that look so are the second half of a broken one. */
const OPEN = new Set(
  `a á à ả ạ ác ách ai ái ải am ám ảm an án ang áng anh ánh ảnh ao áo ào ảo áp át áy ăn ắc ẵm ắp ắt âm ấm ẩm ậm ân ấn ẩn ấp
  ất âu ấu ẩu ấy e é em én eo éo ẹo ép ẹp ê ế êm ếch i í ì ỉ im in ít o ó oai oái oan oán oanh oách óc oi ói ong óng ỏng ót
  ô ồ ố ổ ôi ối ổi ôm ốm ôn ồn ổn ông ống ốc ộc ốp ơ ớ ờ ở ơi ơn ớn ớt u ú ù ủ ụ ui ủi um ùm un ùn ung úng ủng út úp uy úy
  uý ủy uỷ uyên uyển uất uẩn uể uế uốn uống ư ừ ứ ưa ứa ức ưng ứng ửng ước ươm ướm ươn ương ướp ướt ưu y ý ỷ yêu yếu yểu yên
  yến yếm yết yểm`.split(/\s+/),
);
const ONSET = /^(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])/iu;
const CONSONANTS = /^[bcdđghklmnpqrstvx]+$/iu;
const WORD = /\p{L}[\p{L}\p{M}]*/gu;
/** Fewer sure breaks prove nothing of the others. */
const SYSTEMATIC = 3;
/** No joined run of words is longer, in letters. */
const LONGEST = 40;

const small = (text: string): string => text.toLowerCase().normalize('NFC');
const stands = (word: string): boolean => isSyllable(word) && (ONSET.test(word) || OPEN.has(small(word)));

export function vocabularyOf(texts: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const [match] of text.matchAll(WORD)) {
      const word = small(match);
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}

type Token = { text: string; at: number };
type Join = Repair & { sure: boolean };

/** "h" and "TH" may be abbreviations; what case they are in must agree too. */
function joinOf([a, b]: readonly [Token, Token], whole: string, narrow: Narrow): Join | null {
  const gap = narrow(b.at - 1);
  const apart = stands(a.text) && stands(b.text);
  if ((apart && gap !== true) || !isMarkedSyllable(whole) || !sameCase(a.text, b.text)) return null;
  if (apart) return { at: b.at - 1, kind: 'join', sure: true };
  const abbreviated = CONSONANTS.test(a.text) && stands(b.text);
  return { at: b.at - 1, kind: 'join', sure: !abbreviated || gap === true };
}

const sameCase = (a: string, b: string): boolean => !/^\p{Lu}/u.test(b) || !/\p{Ll}/u.test(a);

/** The broken syllables of a text. */
function joinsIn(text: string, narrow: Narrow): Join[] {
  const tokens = [...text.matchAll(WORD)].map((match): Token => ({ text: match[0], at: match.index }));
  const joins: Join[] = [];
  const follows = (i: number): boolean => {
    const [a, b] = [tokens[i], tokens[i + 1]];
    if (!a || !b || b.at !== a.at + a.text.length + 1 || text[b.at - 1] !== ' ') return false;
    // Letters beside figures or within abbreviations ("QĐ-TTg", "m2") are no syllables.
    return !/[\d.\-/&]/.test(text[a.at - 1] ?? '') && !/[\d\-/&]/.test(text[b.at + b.text.length] ?? '');
  };
  for (let i = 0; i + 1 < tokens.length; i++) {
    const [a, b, c] = [tokens[i] as Token, tokens[i + 1] as Token, tokens[i + 2]];
    if (!follows(i)) continue;
    const three = c && ![a, b, c].some(({ text }) => text.length > 2 && stands(text)) && follows(i + 1);
    if (c && three && isMarkedSyllable(a.text + b.text + c.text) && !isSyllable(a.text + b.text)) {
      joins.push({ at: b.at - 1, kind: 'join', sure: true }, { at: c.at - 1, kind: 'join', sure: true });
      i += 2;
      continue;
    }
    const join = joinOf([a, b], a.text + b.text, narrow);
    if (join) {
      joins.push(join);
      i++;
    }
  }
  return joins;
}

/** The syllables that a word without spaces is made of, each one known from elsewhere in the document; else null. */
function syllablesOf(word: string, vocabulary: () => Vocabulary): string[] | null {
  if (word.length > LONGEST || isSyllable(word) || !/[^\u0000-\u007F]/.test(word)) return null;
  const known = vocabulary();
  type Way = { score: number; parts: string[] };
  const ways: (Way | null)[] = [{ score: 0, parts: [] }];
  for (let end = 1; end <= word.length; end++) {
    let best: Way | null = null;
    for (let start = Math.max(0, end - 7); start < end; start++) {
      const before = ways[start];
      const part = word.slice(start, end);
      const count = known.get(small(part)) ?? 0;
      if (!before || part.length < 2 || count === 0 || !stands(part)) continue;
      // Fewer parts first; of as many, the ones that are more usual.
      const score = before.score - 100 + Math.log(count);
      if (!best || score > best.score) best = { score, parts: [...before.parts, part] };
    }
    ways.push(best);
  }
  const parts = ways.at(-1)?.parts;
  return parts?.some(isMarkedSyllable) ? parts : null;
}

function partsIn(text: string, vocabulary: () => Vocabulary): Repair[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    if (word.length < 5 || /[\d\-/&]/.test((text[index - 1] ?? '') + (text[index + word.length] ?? ''))) return [];
    let at = index;
    const parts = syllablesOf(word, vocabulary) ?? [];
    return parts.slice(0, -1).map((part): Repair => {
      at += part.length;
      return { at, kind: 'part' };
    });
  });
}

/**
 * The repairs of a document's texts, each with its own `narrow`. Where halves could stand alone only the page's gaps
 * or the habit of the document prove a break. Numbers are never touched.
 */
export function repairsOf(texts: readonly { text: string; narrow: Narrow }[]): Repair[][] {
  let known: Vocabulary | null = null;
  const vocabulary = (): Vocabulary => (known ??= vocabularyOf(texts.map(({ text }) => text)));
  const joins = texts.map(({ text, narrow }) => joinsIn(text, narrow));
  const systematic = joins.flat().filter(({ sure }) => sure).length >= SYSTEMATIC;
  return texts.map(({ text }, i) => {
    const kept = (joins[i] as Join[]).filter(({ sure }) => sure || systematic);
    return [...kept.map(({ at, kind }): Repair => ({ at, kind })), ...partsIn(text, vocabulary)].sort(
      (a, b) => a.at - b.at,
    );
  });
}
