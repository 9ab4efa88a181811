import { candidates } from '../../catalogue/places/index.ts';
import type { PlaceLevel } from '../../model/index.ts';
import { finder } from '../text/dispatch.ts';
import type { PlaceMention } from './mention.ts';
import { isOrganisation } from './organisation.ts';
import { knownName, NAME, SPACE, TYPE_WORD_PATTERN, type TypeLevel, typeOf, typeWordOf } from './types.ts';

const PLURAL = '[Cc]ác|[Nn]hững|\\d{1,2}|[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm|[Ss]áu|[Bb]ảy|[Tt]ám|[Cc]hín|[Mm]ười';
/** "các xã", "4 xã khó khăn nhất:", "3 huyện nghèo là", "các phường (": one type word for the names that follow. */
const headsIn = finder(
  new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}.,/])(?:${PLURAL})${SPACE}+(?<type>${TYPE_WORD_PATTERN})(?![\\p{L}\\p{M}])(?:${SPACE}+(?!\\d+${SPACE}+(?:${TYPE_WORD_PATTERN})${SPACE}|(?:${TYPE_WORD_PATTERN})${SPACE}+\\p{Lu})[\\p{Ll}\\p{M}\\d/]+){0,9}?(?:${SPACE}*[:(]${SPACE}*|${SPACE}+)(?=\\p{Lu})`,
    'gu',
  ),
);
const NEXT_NAME = new RegExp(NAME, 'uy');
const FIGURES = `(?:${SPACE}*\\([^()\\n]{0,60}\\)|${SPACE}*:?${SPACE}*\\d(?:[^,;.()\\n]|[,.](?=\\d)){0,80}?)`;
const SEPARATOR = `${SPACE}*(?:[,;](?!\\d)${SPACE}*(?:và${SPACE}+)?|${SPACE}và${SPACE}+)`;
/** What may stand between two names of a list: each one's own figures, then a comma or "và". */
const BETWEEN = new RegExp(`${FIGURES}?${SEPARATOR}`, 'uy');
/** The same where each name must have its figures: "huyện A: 120 kg/12 hộ; B: 90 kg/9 hộ". */
const BETWEEN_FIGURES = new RegExp(`${FIGURES}${SEPARATOR}(?=${NAME}${SPACE}*[:(]?${SPACE}*\\d)`, 'uy');
const LONGEST = 60;

/** Places of a list whose type word is said once. `typed` are those with a type word of their own, in order. */
export function listedMentions(text: string, typed: readonly PlaceMention[]): PlaceMention[] {
  const taken = new Set(typed.map(({ span }) => span.end));
  const mentions: PlaceMention[] = [];
  const walk = (from: number, type: { word: string; level: TypeLevel }, organisation: boolean, between: RegExp) => {
    let at = from;
    for (let count = 0; count < LONGEST; count++) {
      const found = nameAt(text, at, type);
      if (!found) return;
      if (!taken.has(found.span.end)) mentions.push({ ...found, organisation });
      taken.add(found.span.end);
      const next = endOf(between, text, found.span.end);
      if (next === null) return;
      at = next;
    }
  };
  for (const match of headsIn(text)) {
    const type = typeOf(match.groups?.type ?? '');
    if (!type) continue;
    const organisation = isOrganisation(text.slice(Math.max(0, match.index - 140), match.index));
    walk(match.index + match[0].length, type, organisation, BETWEEN);
  }
  for (const { span, name, level, organisation } of typed) {
    const next = level === 'village' || organisation ? null : endOf(BETWEEN_FIGURES, text, span.end);
    if (next !== null) walk(next, { word: typeWordOf(name), level }, false, BETWEEN_FIGURES);
  }
  return mentions;
}

function nameAt(text: string, at: number, { word, level }: { word: string; level: TypeLevel }) {
  NEXT_NAME.lastIndex = at;
  const words = level === 'village' ? undefined : NEXT_NAME.exec(text)?.[0];
  const found = words && level !== 'village' ? knownName(word, words, level) : null;
  if (!found) return null;
  const span = { start: at, end: at + found.name.length };
  const bare = found.name.replace(/\s+/g, ' ');
  return { span, name: `${ownType(`${word} ${bare}`, found.level) ?? word} ${bare}`, level: found.level };
}

/** A town in a list of districts is a town: the type that all units of that name have. */
function ownType(name: string, level: PlaceLevel): string | null {
  const types = new Set(candidates(name, level).map(({ type }) => type));
  return types.size === 1 ? ([...types][0] ?? null) : null;
}

function endOf(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}
