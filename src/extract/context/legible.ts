import { TOPIC_CUES } from '../../catalogue/topics.ts';
import { likeness } from '../text/natural.ts';

/** Letters of a phrase for which recognition may have spoilt one. */
const LETTERS_AN_ERROR = 6;
/** Short phrases are near to too many others. */
const SHORTEST = 9;
const ALIKE = 0.9;
/** No heading is longer. */
const LONGEST = 320;
/** Cues that name a topic: they suggest it at least, and stand as words, not as a pattern of words. */
const NAMES = 2;
/** Words of their own, a letter away from a name. */
const WORDS: ReadonlySet<string> = new Set(['truyền thống', 'xác định']);
const PATTERN = /[\\()[\]?+*|{}^$]/;

const syllablesOf = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** A syllable without its marks, which recognition spoils first: "nghèo" and "nghẻo" are both "ngheo". */
const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');

interface Name {
  phrase: string;
  syllables: string[];
}

let namesBySyllable: Map<string, { name: Name; at: number }[]> | undefined;

/** Every phrase that names a topic, found by each of its bare syllables. */
const named = (): NonNullable<typeof namesBySyllable> => {
  if (namesBySyllable) return namesBySyllable;
  const phrases = TOPIC_CUES.flatMap(([topic, weight, texts]) => (topic && weight >= NAMES ? texts : []));
  const entries = phrases
    .filter((phrase) => phrase.length >= SHORTEST && !PATTERN.test(phrase))
    .map((phrase) => ({ phrase, syllables: syllablesOf(phrase) }))
    .filter(({ syllables }) => syllables.length > 1)
    .flatMap((name) => name.syllables.map((syllable, at) => ({ syllable: bare(syllable), name, at })));
  namesBySyllable = Map.groupBy(entries, ({ syllable }) => syllable);
  return namesBySyllable;
};

/** Recognition spoils a letter of a syllable; with more of them changed it is another word ("trợ cấp", "trợ giúp"). */
const isSpoilt = (syllable: string, meant: string): boolean => {
  const longest = Math.max(syllable.length, meant.length);
  const shortest = Math.min(syllable.length, meant.length);
  let same = 0;
  while (same < shortest && syllable[same] === meant[same]) same += 1;
  let behind = 0;
  while (behind < shortest - same && syllable.at(-1 - behind) === meant.at(-1 - behind)) behind += 1;
  return same + behind >= longest - 1;
};

/** Whether scanned words can be the name: all marks lost, or a letter in six another. */
const isDamaged = (words: readonly string[], { phrase, syllables }: Name): boolean => {
  const joined = words.join(' ');
  if (/^[a-z ]*$/.test(joined)) return joined === bare(phrase);
  const spoilt = words.filter((word, i) => word !== syllables[i]).length;
  return (
    spoilt <= phrase.length / LETTERS_AN_ERROR &&
    words.every((word, i) => isSpoilt(word, syllables[i] as string)) &&
    !WORDS.has(joined) &&
    likeness(joined, phrase) >= ALIKE
  );
};

/**
 * A folded heading as it was before a scan or a lost encoding damaged it, as far as the names of topics tell:
 * "công tác giảm nghẻo" is read as "công tác giảm nghèo". What resembles no name stays as it is.
 */
export const legible = (heading: string): string => {
  const words = syllablesOf(heading.slice(0, LONGEST));
  const read = [...words];
  for (const [i, word] of words.entries()) {
    for (const { name, at } of named().get(bare(word)) ?? []) {
      const window = words.slice(Math.max(0, i - at), i - at + name.syllables.length);
      if (window.length === name.syllables.length && isDamaged(window, name))
        read.splice(i - at, window.length, ...name.syllables);
    }
  }
  return read.every((word, i) => word === words[i]) ? heading : read.join(' ');
};
