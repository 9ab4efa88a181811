import { candidates, lookup, nearestName } from '../../catalogue/places/index.ts';
import type { Message, Place } from '../../model/index.ts';
import type { Resolver } from './resolve.ts';

const MOST_NAMED = 8;

const SENTENCES = {
  ambiguous: (read: string, { candidates: units = [] }: Place): string => {
    const named = units
      .slice(0, MOST_NAMED)
      .map(({ name, code }) => `${name}${code ? ` (${code})` : ''}`)
      .join('; ');
    const more = units.length > MOST_NAMED ? `; và ${units.length - MOST_NAMED} nơi khác` : '';
    return units.length === 1
      ? `Chưa rõ “${read}” có phải là ${named} hay không; hãy chọn đơn vị đúng.`
      : `Chưa rõ “${read}” là nơi nào: ${named}${more}. Hãy chọn đơn vị đúng.`;
  },
  repaired: (read: string, { name }: Place): string =>
    `Không có đơn vị nào tên “${read}”; đã hiểu là ${name}, chỉ khác một chữ. Hãy đối chiếu với bản gốc.`,
} as const;

const CODES = { ambiguous: 'place_ambiguous', repaired: 'place_name_repaired' } as const;

/** A message for each place of a record that stayed open or was read under another name. */
export function placeMessages(own: Place | null, places: readonly (Place | null)[], known: Resolver): Message[] {
  const used = new Set(places.filter((place) => place !== null));
  const ofFigures = [...used].flatMap((place): Message[] => {
    const doubt = known.doubtOf(place);
    if (!doubt) return [];
    const { kind, span, read } = doubt;
    return [{ code: CODES[kind], severity: 'warning', message: SENTENCES[kind](read, place), span }];
  });
  return [...ofDocument(own), ...ofFigures];
}

function ofDocument(own: Place | null): Message[] {
  if (!own) return [];
  const meant = own.code !== null && candidates(own.name).length === 0 ? unitMeant(own) : null;
  const kind = own.candidates ? 'ambiguous' : meant ? 'repaired' : null;
  if (!kind) return [];
  const message = SENTENCES[kind](own.name, meant ? { ...own, name: meant } : own);
  return [{ code: CODES[kind], severity: 'warning', message, span: null }];
}

const unitMeant = ({ name, level, province }: Place): string | null =>
  nearestName(name, level, province && lookup(province.name, 'province'))?.name ?? null;
