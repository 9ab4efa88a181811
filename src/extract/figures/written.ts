import type { Span } from '../../model/index.ts';
import type { Candidate, Scene } from './draft.ts';

/** Counts that one or a few things by a word: "một" is an article far more often than it is a figure. */
const COUNTED = new Set([
  'household',
  'person',
  'case',
  'house',
  'class',
  'facility',
  'organisation',
  'commune',
  'works',
  'gift',
  'animal',
  'wheelchair',
  'bicycle',
  'scholarship',
  'school',
  'tonne',
  'ha',
  'km',
]);
const INDEFINITE = /^\s*(?:nào|đó|khác|trong những|số|phần|bộ phận|chút|cách|mặt|ít|loạt|lần)(?!\p{L})/u;
const ARTICLE =
  /(?:không|mỗi|từng|là|như|nếu|khi|với|của|cứ|bất cứ|để|thành|trở thành|thêm một|bằng|theo|trên|về|làm|nhiều|trong)\s+$/u;
const COUNTING = /(?:^|[,;:(]|và|có|gồm|thêm|được|cho|còn|tặng|hỗ trợ|xây|xây dựng|sửa|sửa chữa|mở|tổ chức|trao)\s*$/u;
/** "năm" is a year and "ba" a father as often as they are numbers. */
const AMBIGUOUS = /^(?:một|năm|ba|tư)$/u;
/** No father owns a household: "tặng quà ba gia đình chính sách". */
const OWNERLESS = new Set(['household', 'house', 'class', 'commune', 'works', 'facility', 'organisation', 'case']);

const isCount = (scene: Scene, listing: ReadonlySet<Span>, candidate: Candidate): boolean => {
  const { token, sentence } = candidate;
  if (!token.written) return true;
  const word = scene.folded.slice(token.numeral.start, token.numeral.end);
  const before = scene.folded.slice(Math.max(sentence.start, token.span.start - 24), token.span.start);
  const after = scene.folded.slice(token.noun?.end ?? token.span.end, (token.noun?.end ?? token.span.end) + 24);
  if (/\s/.test(word)) return true;
  if (token.sign === 'percent' || (token.sign !== null && !/^(?:không|một|năm|ba|tư)$/.test(word))) return true;
  if (!token.noun || !COUNTED.has(token.noun.unit) || INDEFINITE.test(after) || ARTICLE.test(before)) return false;
  if (!AMBIGUOUS.test(word) || (word === 'ba' && OWNERLESS.has(token.noun.unit))) return true;
  const inList = listing.has(sentence);
  return inList && COUNTING.test(before.trimEnd() === '' ? '' : before);
};

/** Tells whether a written-out number counts something; single ambiguous words must stand where a count would. */
export const writtenCounts = (scene: Scene): ((candidate: Candidate) => boolean) => {
  const counted = scene.candidates.filter(({ token }) => !token.written && token.noun);
  const listing = new Set(counted.map(({ sentence }) => sentence));
  return (candidate) => isCount(scene, listing, candidate);
};
