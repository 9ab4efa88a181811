import { type AdministrativeUnit, lookup, parseName } from '../../catalogue/places/index.ts';
import type { PlaceLevel, Span } from '../../model/index.ts';
import { finder } from '../text/dispatch.ts';
import { NAME, SPACE } from './types.ts';

/** A bare name that heads an item with its figures. */
export interface HeadMention {
  span: Span;
  name: string;
  level: PlaceLevel;
}

const BOUND = 'hơn|trên|gần|dưới|khoảng|ước|xấp xỉ|tới|đến|chỉ|đã';
/** "…: Bắc Trà My 5.089 hộ, Nam Trà My 3.609 hộ", "; Ba Tơ hơn 14,2 tỷ đồng": a name at the head of an item, its number next. */
const headsIn = finder(
  new RegExp(
    `(?=\\p{Lu})(?<=[,;:•(\\n]${SPACE}*(?:và${SPACE}+)?|${SPACE}và${SPACE}+|^)(?<name>${NAME})(?=${SPACE}*(?:[:(]${SPACE}*|(?:là|có|với|đạt|còn|được)${SPACE}+)?(?:(?:${BOUND})${SPACE}+)*\\d)`,
    'gu',
  ),
);
/** Heads further apart belong to no one list. */
const NEAR = 160;

const BELOW: Partial<Record<PlaceLevel, PlaceLevel>> = { province: 'district', district: 'commune' };

/**
 * Bare names in a list of places, each with its figures, outside the stretches `taken`. They are units below `own`, or
 * beside the unit that `siblingAt` answers for an offset: the district named with its type word just before. One alone
 * proves nothing where no such sibling leads it.
 */
export function headMentions(
  text: string,
  own: AdministrativeUnit | null,
  isTaken: (offset: number) => boolean,
  siblingAt: (offset: number) => AdministrativeUnit | null,
): HeadMention[] {
  const found: (HeadMention & { led: boolean })[] = [];
  for (const match of headsIn(text)) {
    const written = match.groups?.name ?? '';
    if (!/\s/.test(written) || isTaken(match.index) || parseName(written).type) continue;
    const sibling = siblingAt(match.index);
    const outer = sibling?.parent ?? own;
    const level = sibling?.level ?? (own ? BELOW[own.level] : undefined);
    const unit = outer && level ? lookup(written, level, outer) : null;
    if (!unit) continue;
    const span = { start: match.index, end: match.index + written.length };
    const before = found.at(-1);
    const led = sibling !== null || (before !== undefined && span.start - before.span.end < NEAR);
    if (led && before && !before.led && span.start - before.span.end < NEAR) before.led = true;
    found.push({ span, name: `${unit.type} ${written.replace(/\s+/g, ' ')}`, level: unit.level, led });
  }
  return found.filter(({ led }) => led).map(({ span, name, level }) => ({ span, name, level }));
}
