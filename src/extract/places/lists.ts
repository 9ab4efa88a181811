import type { PlaceMention } from './mentions.ts';
import { isOrganisation } from './organisation.ts';
import { knownName, NAME, SPACE, TYPE_WORD_PATTERN, typeOf } from './types.ts';

const PLURAL = '[Cc]ác|[Nn]hững|\\d{1,2}|[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm|[Ss]áu|[Bb]ảy|[Tt]ám|[Cc]hín|[Mm]ười';
/** "các xã", "4 xã khó khăn nhất:", "3 huyện nghèo là", "các phường (": one type word for the names that follow. */
const HEAD = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}.,/])(?:${PLURAL})${SPACE}+(?<type>${TYPE_WORD_PATTERN})(?![\\p{L}\\p{M}])(?:${SPACE}+[\\p{Ll}\\p{M}\\d/]+){0,5}?(?:${SPACE}*[:(]${SPACE}*|${SPACE}+)(?=\\p{Lu})`,
  'gu',
);
const NEXT_NAME = new RegExp(NAME, 'uy');
/** What may stand between two names of a list: each one's own figure, then a comma or "và". */
const BETWEEN = new RegExp(
  `(?:${SPACE}*\\([^()\\n]{0,40}\\)|${SPACE}*:?${SPACE}*\\d[^,;.()\\n]{0,30}(?:[.,]\\d[^,;.()\\n]{0,30})?)?${SPACE}*(?:[,;]${SPACE}*(?:và${SPACE}+)?|${SPACE}và${SPACE}+)`,
  'uy',
);
const LONGEST = 60;

/** Places of a list whose type word is said once before all of them. `typed` are those with a type word of their own. */
export function listedMentions(text: string, typed: readonly PlaceMention[]): PlaceMention[] {
  const starts = new Set(typed.map(({ span }) => span.end));
  const mentions: PlaceMention[] = [];
  for (const match of text.matchAll(HEAD)) {
    const told = typeOf(match.groups?.type ?? '');
    if (!told || told.level === 'village') continue;
    const { word, level } = told;
    const organisation = isOrganisation(text.slice(Math.max(0, match.index - 140), match.index));
    let at = match.index + match[0].length;
    for (let count = 0; count < LONGEST; count++) {
      NEXT_NAME.lastIndex = at;
      const words = NEXT_NAME.exec(text)?.[0];
      const found = words ? knownName(word, words, level) : null;
      if (!found) break;
      const span = { start: at, end: at + found.name.length };
      if (!starts.has(span.end))
        mentions.push({ span, name: `${word} ${found.name.replace(/\s+/g, ' ')}`, level: found.level, organisation });
      BETWEEN.lastIndex = span.end;
      const between = BETWEEN.exec(text)?.[0];
      if (between === undefined) break;
      at = span.end + between.length;
    }
  }
  return mentions;
}
