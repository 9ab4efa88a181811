/**
 * The form of Vietnamese syllables: onset, rhyme, tone. A language of some 7,000 possible syllables out of all strings
 * of letters: enough to tell a text that was decoded rightly from one that was not, and a word from half a word.
 */
const ONSETS = 'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ');

const RHYMES = [
  'a ac ach ai am an ang anh ao ap at au ay',
  'ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây',
  'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu êng',
  'i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu y yêm yên yêng yêt yêu',
  'o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong ooc oong op ot',
  'oăc oăm oăn oăng oăt ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt ơu',
  'u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych',
  'uyên uyêt uynh uyt uyu uyp ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu',
].flatMap((line) => line.split(' '));

/** All syllables, without their tones. */
const TONELESS = new Set(RHYMES.flatMap((rhyme) => ['', ...ONSETS].map((onset) => onset + rhyme)));

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const ACUTE_OR_DOT = /^[\u0301\u0323]$/;
const STOPPED = /(?:c|ch|p|t)$/;
/** Letters that plain English and French text has none of: with them a valid syllable is evidence, without them chance. */
const MARKED = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/iu;

/** "nghiêng" with its marks written one by one has nine characters. */
const LONGEST = 20;

/** Reports say the same few thousand words again and again, and taking letters apart takes long. */
const MOST_KNOWN = 20_000;
const known = new Map<string, boolean>();

/** Whether `word` (any case, NFC or NFD) can be a Vietnamese syllable; where its tone stands over it does not matter. */
export function isSyllable(word: string): boolean {
  if (word.length > LONGEST) return false;
  let answer = known.get(word);
  if (answer === undefined) {
    answer = isFormed(word);
    if (known.size < MOST_KNOWN) known.set(word, answer);
  }
  return answer;
}

function isFormed(word: string): boolean {
  const parts = word.toLowerCase().normalize('NFD');
  const tones = parts.match(TONES) ?? [];
  if (tones.length > 1) return false;
  const bare = parts.replace(TONES, '').normalize('NFC');
  // A rhyme closed by a stop has only the rising or the heavy tone.
  return TONELESS.has(bare) && (!STOPPED.test(bare) || (tones.length === 1 && ACUTE_OR_DOT.test(tones[0] as string)));
}

/** A syllable that only Vietnamese writes: valid, with a letter or tone of its own. */
export const isMarkedSyllable = (word: string): boolean => isSyllable(word) && MARKED.test(word.normalize('NFC'));
