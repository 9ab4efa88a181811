import {
  type AdministrativeUnit,
  candidates,
  lookup,
  nearestName,
  parseName,
  provinceOf,
  toPlace,
} from '../../catalogue/places/index.ts';
import type { Place, PlaceLevel } from '../../model/index.ts';
import { findPlaces, type PlaceMention } from '../places/mentions.ts';
import { listed } from '../places/resolve.ts';
import { finders } from '../text/dispatch.ts';
import { quick } from '../text/quick.ts';
import { remembered } from '../text/remembered.ts';

const LEVELS: PlaceLevel[] = ['country', 'province', 'district', 'commune', 'village'];
const depth = (level: PlaceLevel): number => LEVELS.indexOf(level);
const TITLE_WEIGHT = 6;
const LEAD_WEIGHT = 3;
const LEAD_LENGTH = 700;
const LEAST = 4;
const MEANT_WEIGHT = 2;

/** Words for a unit without its name: what the writer calls "the district" is the document's own level. */
const GENERIC = {
  province: quick(/(?<![\p{L}])(?<!các )(?:[Tt]ỉnh)(?! \p{Lu})(?![\p{L}])/gu),
  district: quick(/(?<![\p{L}])(?<!các )(?:[Hh]uyện|[Tt]hị xã|[Qq]uận)(?! \p{Lu})(?![\p{L}])/gu),
  commune: quick(
    /(?<![\p{L}])(?<!các )(?<!\d )(?:[Xx]ã(?! hội| h[oò]a)|[Pp]hường|[Tt]hị trấn)(?! \p{Lu})(?![\p{L}])/gu,
  ),
};
const NATIONAL = quick(
  /(?<![\p{L}])(?:cả nước|toàn quốc|trên cả nước|Chính phủ|[Tt]hủ tướng|Bộ trưởng|Quốc hội|quốc gia|[Tt]rung ương|địa phương trong cả nước)(?![\p{L}])/gu,
);

/** Words for the whole of a unit that the writer has named. */
const WHOLE = {
  wholeProvince: quick(/(?<![\p{L}])(?:[Tt]oàn|[Cc]ả|địa bàn|của) tỉnh(?! \p{Lu})(?![\p{L}])/gu),
  wholeDistrict: quick(/(?<![\p{L}])(?:[Tt]oàn|[Cc]ả|địa bàn|của) (?:huyện|thị xã|quận)(?! \p{Lu})(?![\p{L}])/gu),
};

const wordsIn = remembered(finders({ ...GENERIC, ...WHOLE, national: NATIONAL }));

/** The level the writer calls by its bare word most often in `text`, or null. */
function genericLevel(text: string): PlaceLevel | null {
  const words = wordsIn(text);
  const counts = (['province', 'district', 'commune'] as const)
    .map((level) => [level, words[level].length] as const)
    .sort((a, b) => b[1] - a[1]);
  return counts[0] && counts[0][1] > 0 ? counts[0][0] : null;
}

/** "giáp với xã B": what lies beside the unit. */
const NEIGHBOUR = /(?:giáp|cách)(?: với| trung tâm)?\s$/iu;

/** "trên địa bàn tỉnh X", "UBND huyện X", "Ban Cứu trợ tỉnh X": the unit as the one whose affairs are told. */
const OFFICIAL = quick(
  /(?<![\p{L}\p{M}])(?:địa bàn|toàn|UBND|HĐND|[ỦUu][yỷ] ban nhân dân|BHXH|NHCSXH|MTTQ|(?:Hội|Sở|Ban|Phòng|Công an|Liên đoàn|Mặt trận|Ngân hàng|Bảo hiểm|Đoàn)(?: [\p{L}\p{M}-]+){0,9})\s$/u,
);

type Tally = { mention: PlaceMention; score: number; within: string[]; official: boolean };

/** Mentions of each unit, counted by where they stand; "xã A, huyện B, tỉnh C" counts for A, and B and C place it. */
function tally(mentions: readonly PlaceMention[], text: string, titleEnd: number): Tally[] {
  const tallies = new Map<string, Tally>();
  mentions.forEach((mention, index) => {
    if (
      mention.level === 'village' ||
      NEIGHBOUR.test(text.slice(Math.max(0, mention.span.start - 16), mention.span.start))
    )
      return;
    const previous = mentions[index - 1];
    const chained =
      previous &&
      isChain(text.slice(previous.span.end, mention.span.start)) &&
      depth(previous.level) > depth(mention.level);
    const entry = tallies.get(mention.name) ?? { mention, score: 0, within: [], official: false };
    entry.official ||= OFFICIAL.test(text.slice(Math.max(0, mention.span.start - 80), mention.span.start));
    const weight =
      mention.span.start < titleEnd ? TITLE_WEIGHT : mention.span.start < titleEnd + LEAD_LENGTH ? LEAD_WEIGHT : 1;
    if (!chained || previous.level === 'village') entry.score += weight;
    tallies.set(mention.name, entry);
    if (chained) tallies.get(previous.name)?.within.push(mention.name);
  });
  return [...tallies.values()];
}

const isChain = (between: string): boolean => /^\s*(?:[,(]|[-–]|thuộc|của)?\s*$/u.test(between);

/** The unit of that name, narrowed by the names of units that the document sets it within. */
function resolve(name: string, within: string[], others: Tally[], at: string | null): AdministrativeUnit | null {
  const all = candidates(name, undefined, null, at);
  if (all.length === 0) return damaged(name, within, others);
  if (all.length === 1) return all[0] ?? null;
  const hints = [
    ...within,
    ...others.filter((each) => each.mention.level === 'province').map((each) => each.mention.name),
    ...others.filter((each) => each.mention.level === 'district').map((each) => each.mention.name),
  ];
  for (const hint of hints) {
    const outer = candidates(hint, undefined, null, at);
    for (const unit of outer) {
      const inside = all.filter((each) => each !== unit && isInside(each, unit));
      if (inside.length === 1) return inside[0] ?? null;
    }
  }
  return null;
}

/** The unit whose name was damaged by one letter, in a province that the document names. */
function damaged(name: string, within: string[], others: Tally[]): AdministrativeUnit | null {
  const level = levelOf(name);
  const provinces = [...within, ...others.map(({ mention }) => mention.name)].flatMap((each) => lookup(each) ?? []);
  const outer = provinces.map(provinceOf).find((unit) => unit !== null) ?? null;
  return level === 'commune' && !outer ? null : nearestName(name, level, outer);
}

function isInside(inner: AdministrativeUnit, outer: AdministrativeUnit): boolean {
  for (let at: AdministrativeUnit | null = inner; at; at = at.parent) if (at === outer) return true;
  return false;
}

/** What is known of a document when its own place is looked for. */
export interface PlaceClues {
  text: string;
  /** Where the title ends in `text`; 0 where there is none. */
  titleEnd: number;
  title: string | null;
  /** The unit named by letterhead or issuer: "huyện Tây Sơn". */
  issuerPlace: string | null;
  /** The place before the date of a letterhead: "Tây Sơn" in "Tây Sơn, ngày 5 tháng 6 năm 2023". */
  datePlace: string | null;
  issued: string | null;
  formal: boolean;
}

/** The unit a document is about or issued by, or null where it speaks of the whole country or does not say. */
export function documentPlace(clues: PlaceClues): Place | null {
  const { text, titleEnd, title, issuerPlace, issued } = clues;
  const mentions = findPlaces(text);
  const tallies = tally(mentions, text, titleEnd);
  const named = issuerPlace ?? dateline(clues, tallies) ?? headline(title, text, tallies);
  const chosen = named ?? mostNamed(tallies, text, title, clues.formal);
  if (!chosen) return null;
  const within = tallies.find((each) => each.mention.name === chosen)?.within ?? [];
  const unit = resolve(
    chosen,
    within,
    tallies.filter((each) => each.mention.name !== chosen),
    issued,
  );
  return unit ? called(toPlace(unit), chosen) : unresolved(chosen, within);
}

/** The place under the name that the document gives it, in its own spelling. */
const called = (place: Place, name: string): Place =>
  place.level === 'province' ? { ...place, name, province: { name, code: place.code } } : { ...place, name };

/** "Tây Sơn, ngày …" in a district's report: the unit of that name and of the level the report calls its own. */
function dateline({ datePlace, text, formal }: PlaceClues, tallies: Tally[]): string | null {
  if (!datePlace || !formal) return null;
  const known = tallies.find((each) => each.mention.name.endsWith(` ${datePlace}`));
  const level = genericLevel(text);
  if (known && (!level || known.mention.level === level)) return known.mention.name;
  return (level && lookup(datePlace, level)?.name) ?? null;
}

/** A headline that opens with the unit's bare name: "Tân Hưng thực hiện tốt …", "Bắc Giang: Nhiều chính sách …". */
function headline(title: string | null, text: string, tallies: Tally[]): string | null {
  const opening = /^((?:\p{Lu}[\p{Ll}\p{M}]+\s?){2,4})(?=\s*:|\s+\p{Ll}|$)/u.exec(title ?? '')?.[1]?.trim();
  if (!opening) return null;
  const { type, bare } = parseName(opening);
  if (type) return candidates(opening).length > 0 ? `${type} ${bare}` : null;
  const known = tallies.find((each) => each.mention.name.endsWith(` ${bare}`));
  if (known) return known.mention.name;
  const level = genericLevel(text);
  const found = level ? candidates(bare, level)[0] : undefined;
  return found ? `${found.type} ${bare}` : null;
}

function mostNamed(tallies: Tally[], text: string, title: string | null, formal: boolean): string | null {
  const own = genericLevel(title ?? '') ?? (formal ? genericLevel(text) : null);
  const ranked = [...tallies].sort((a, b) => b.score - a.score || depth(b.mention.level) - depth(a.mention.level));
  const favoured = own ? ranked.find((each) => each.mention.level === own) : undefined;
  const weight = (each: Tally): number =>
    each.score +
    (each === favoured ? TITLE_WEIGHT : 0) +
    (isMeant(each, tallies, text) ? MEANT_WEIGHT : 0) +
    (each.official && isAlone(each, tallies) ? MEANT_WEIGHT : 0);
  const [first] = [...ranked].sort((a, b) => weight(b) - weight(a));
  if (!first || weight(first) < LEAST || weight(first) <= wordsIn(text).national.length) return null;
  return isOneOfMany(first, ranked) || isTooSmall(first, text, title) ? null : first.mention.name;
}

/** A district seen in passing, in a text that speaks of "toàn tỉnh" and never of the whole district. */
function isTooSmall({ mention: { level, name } }: Tally, text: string, title: string | null): boolean {
  if (level !== 'district' || title?.includes(name.slice(name.indexOf(' ') + 1))) return false;
  const { wholeProvince, wholeDistrict } = wordsIn(text);
  return wholeProvince.length >= 2 && wholeDistrict.length === 0;
}

/** A province or district named in the lead and then meant by "toàn tỉnh", "trên địa bàn huyện", with no other beside it. */
function isMeant({ mention: { level, name }, score }: Tally, all: Tally[], text: string): boolean {
  const { wholeProvince, wholeDistrict } = wordsIn(text);
  const whole = level === 'province' ? wholeProvince : level === 'district' ? wholeDistrict : [];
  if (score < LEAD_WEIGHT || whole.length === 0) return false;
  return all.every(
    (each) => each.mention.name === name || each.score === 0 || depth(each.mention.level) > depth(level),
  );
}

/** No other unit of its level or above is spoken of. */
const isAlone = ({ mention: { level, name }, score }: Tally, all: Tally[]): boolean =>
  score >= LEAD_WEIGHT &&
  all.every((each) => each.mention.name === name || each.score === 0 || depth(each.mention.level) > depth(level));

/** A text that goes from province to province is about none of them. */
function isOneOfMany(first: Tally, all: Tally[]): boolean {
  const others = all.filter((each) => each !== first && each.mention.level === 'province');
  const strongest = Math.max(0, ...others.map((each) => each.score));
  return first.mention.level === 'province' && others.length >= 2 && first.score < 3 * strongest;
}

function unresolved(name: string, within: string[]): Place {
  const units = candidates(name);
  const outer = within.map((each) => lookup(each)).find(Boolean);
  const province = outer ? provinceOf(outer) : null;
  const place: Place = {
    name,
    level: units[0]?.level ?? levelOf(name),
    code: null,
    province: province && { name: province.name, code: province.code },
    current: null,
  };
  return units.length > 1 ? { ...place, candidates: listed(units) } : place;
}

const levelOf = (name: string): PlaceLevel =>
  /^tỉnh/.test(name) ? 'province' : /^(?:huyện|quận|thị xã|thành phố)/.test(name) ? 'district' : 'commune';
