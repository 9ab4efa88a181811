import { type AdministrativeUnit, lookup, nameKey, parseName } from '../../catalogue/places/index.ts';
import type { DocumentMetadata, Place, PlaceLevel, Span } from '../../model/index.ts';
import { spanAt } from '../text/layout.ts';
import { quick } from '../text/quick.ts';
import { firstIndex } from '../text/sorted.ts';
import { genericPlaces } from './generic.ts';
import { groupsOf, type PlaceGroup } from './groups.ts';
import { headMentions } from './heads.ts';
import type { PlaceMention } from './mention.ts';
import { findPlaces } from './mentions.ts';
import { ancestry, depthOf, type Resolver, sameName } from './resolve.ts';

/**
 * How a place stands in its sentence: it acts or heads an item (`subject`), something is set in it (`located`),
 * somebody speaks for it (`speaker`), or it is the document's own (`own`).
 */
export type Stance = 'subject' | 'located' | 'speaker' | 'own';

/** A place named or meant; `place` is null where it is the document's own, and where several are named in one breath. */
export interface Cue {
  span: Span;
  place: Place | null;
  stance: Stance;
  /** The document's own place only in the name of a body that acts: where it acted may follow. */
  body?: boolean;
}

type Context = Pick<DocumentMetadata, 'place' | 'issued'>;

/** Words that set something in a place. */
const LOCATES = quick(
  /(?<![\p{L}\p{M}])(?:tại|ở|thuộc|riêng|trên địa bàn|địa bàn|của|về|cho|đối với|từ|đến)(?:\s+(?:các|trường|trạm|điểm|nhà)[\p{L}\s]{0,30})?\s*$/iu,
);
const SCHOOL = quick(/(?<![\p{L}\p{M}])trường[^,;.]*$/iu);
/** The start of a sentence or of an item, with at most a few words that single a place out. */
const OPENS =
  /(?:^|[;:•+\n(]\s*|[-–]\s+|\.\s+|,\s*)(?:(?:[Rr]iêng|[Tt]ại|[Ởở]|[Tt]rong đó|[Nn]hư|[Cc]òn|và|[Hh]iện|[Tt]rên địa bàn|[Vv]ới|gồm|[Cc]ụ thể)\s*[,:]?\s*){0,3}$/u;
const SPEAKS =
  /^[^.;:\n]{0,60}?(?:cho biết|cho hay|chia sẻ|thông tin|khẳng định|báo cáo|nói|phấn khởi|bày tỏ|trao đổi)(?![\p{L}\p{M}])/u;
/** The place is only a yardstick: "thấp hơn tỉnh …", "so với xã …". */
const COMPARES = quick(/(?<![\p{L}\p{M}])(?:so với|hơn|bằng|như ở|giáp(?: với)?|cách|đi|sang|từ)\s*$/iu);

/** Whether a place at `start` opens its sentence or item. */
export const opens = (text: string, from: number, start: number): boolean =>
  OPENS.test(text.slice(from, start).replace(/^(?:[-–+•*]|\d{1,2}[.)]|[a-zđ]\))?\s*/u, ''));

/** Every place that bears on figures, in the order of the text. */
export function cuesIn(text: string, { place: own, issued }: Context, { resolve }: Resolver): Cue[] {
  const around = ancestry(own, issued);
  const named: Cue[] = [];
  let before: string[] = [];
  for (const group of groupsOf(text, findPlaces(text))) {
    const cue = cueOf(text, group, own, (mention) => resolve(mention, { within: group.within, before }));
    const holdsOwn =
      own !== null && around.slice(1).some(({ bare }) => nameKey(bare) === bareKey(group.mentions[0]?.name ?? ''));
    if (cue && !(holdsOwn && OF.test(text.slice(Math.max(0, cue.span.start - 8), cue.span.start)))) named.push(cue);
    before = lastNamed(group, before);
  }
  const heads = headed(text, around[0] ?? null, named, resolve);
  const all = heads.length > 0 ? [...named, ...heads].sort((a, b) => a.span.start - b.span.start) : named;
  return [...all, ...meant(text, own, all, resolve)].sort((a, b) => a.span.start - b.span.start);
}

const bareKey = (name: string): string => nameKey(parseName(name).bare);

/** "Trà Cú là huyện có trên 62% đồng bào Khmer của tỉnh Trà Vinh": the unit around the document's own only tells where it lies. */
const OF = /(?:của|thuộc)\s+$/u;
/** How far a list of districts may be from the one that leads it. */
const LIST = 220;

/** Bare names that head items of a list, each with its figures. */
function headed(
  text: string,
  own: AdministrativeUnit | null,
  named: readonly Cue[],
  resolve: Resolver['resolve'],
): Cue[] {
  const spans = named.map(({ span }) => span);
  const siblingAt = (offset: number): AdministrativeUnit | null => {
    const last = named[firstIndex(spans, ({ start }) => start >= offset) - 1];
    if (!last?.place?.code || last.place.level !== 'district' || offset - last.span.end > LIST) return null;
    return lookup(last.place.name, 'district', lookup(last.place.province?.name ?? '', 'province'));
  };
  const mentions = headMentions(text, own, (offset) => spanAt(spans, offset) !== null, chained(siblingAt));
  return mentions.map((mention) => ({
    span: mention.span,
    place: resolve(mention, { within: own ? [own.name] : [], before: lastProvince(named, mention.span.start) }),
    stance: 'subject',
  }));
}

/** Behind a list's own items the sibling that led it still leads. */
function chained(siblingAt: (offset: number) => AdministrativeUnit | null) {
  let last: { unit: AdministrativeUnit; at: number } | null = null;
  return (offset: number): AdministrativeUnit | null => {
    const unit = siblingAt(offset) ?? (last && offset - last.at < LIST ? last.unit : null);
    last = unit ? { unit, at: offset } : null;
    return unit;
  };
}

const lastProvince = (named: readonly Cue[], offset: number): string[] => {
  const at = firstIndex(named, ({ span }) => span.start >= offset);
  const last = named.slice(Math.max(0, at - 20), at).findLast(({ place }) => place?.province);
  return last?.place?.province ? [last.place.province.name] : [];
};

function cueOf(
  text: string,
  group: PlaceGroup,
  own: Place | null,
  resolve: (mention: PlaceMention) => Place,
): Cue | null {
  const { span, mentions } = group;
  const [first] = mentions;
  if (!first) return null;
  const stance = stanceOf(text, span, first.organisation, own);
  if (mentions.length > 1) return stance && { span, place: holding(group, own, resolve), stance };
  if (own && sameName(first.name, own.name)) return { span, place: null, stance: 'own', body: first.organisation };
  return stance && { span, place: resolve(first), stance };
}

/** What several places together lie in, where the text says so or they are another province's; else the document's own. */
function holding(
  { mentions, within }: PlaceGroup,
  own: Place | null,
  resolve: (mention: PlaceMention) => Place,
): Place | null {
  const [first] = mentions;
  const outer = within[0];
  if (!first || (outer && own && sameName(outer, own.name))) return null;
  if (outer) {
    const level: PlaceLevel = /^tỉnh/u.test(outer) ? 'province' : 'district';
    return resolve({ ...first, name: outer, level });
  }
  if (!own?.province) return null;
  const provinces = new Set(mentions.map((mention) => resolve(mention).province?.name));
  const [province] = provinces;
  const isOther =
    provinces.size === 1 && province && !sameName(province, own.province.name) && depthOf(first.level) > 1;
  return isOther ? resolve({ ...first, name: province, level: 'province' }) : null;
}

/** The district and the province that the text named last, which settle bare communes after them. */
function lastNamed({ mentions, within }: PlaceGroup, before: string[]): string[] {
  const named = [...mentions.filter(({ organisation }) => !organisation).map(({ name }) => name), ...within];
  const isDistrict = (name: string) => /^(?:huyện|quận|thị xã|thành phố)\s/u.test(name);
  const isProvince = (name: string) => /^(?:tỉnh|thành phố)\s/u.test(name);
  const [district, province] = [named.find(isDistrict), named.find(isProvince)];
  if (!district && !province) return before;
  return [...new Set([district, province ?? before.find(isProvince)].filter((name) => name !== undefined))];
}

const COUNTRY: Place = { name: 'Việt Nam', level: 'country', code: null, province: null, current: null };

/**
 * "toàn huyện": back to the document's own, or to the one named last in a text about several; "cả nước có …" is the country, in a text that is about less. In a district's report "toàn tỉnh" is its province, and "của xã"
 * the commune it named last.
 */
function meant(text: string, own: Place | null, named: Cue[], resolve: Resolver['resolve']): Cue[] {
  const taken = named.map((cue) => cue.span);
  return genericPlaces(text, own?.level ?? null).flatMap(({ span, level, whole }): Cue[] => {
    if (spanAt(taken, span.start)) return [];
    if (level === 'country' && own && whole) return [{ span, place: COUNTRY, stance: 'own' }];
    if (!whole && level === own?.level && isAway(text, named, level, span)) return [];
    const told = own || !whole ? [] : lastOf(named, level, span);
    if (told.length > 0) return told;
    if (level === 'country' || level === own?.level || (!own && whole)) return [{ span, place: null, stance: 'own' }];
    if (own && depthOf(level) > depthOf(own.level)) return whole ? lastOf(named, level, span) : [];
    const province = own && own.level !== 'province' ? own.province : null;
    if (!province || level !== 'province' || !whole) return [];
    return [{ span, place: resolve({ span, name: province.name, level }), stance: 'subject' }];
  });
}

/** "Tại tỉnh B, đoàn trao cho hội của tỉnh …": in its sentence another unit of that level is the one meant. */
function isAway(text: string, named: Cue[], level: PlaceLevel, span: Span): boolean {
  const last = named[firstIndex(named, (cue) => cue.span.start >= span.start) - 1];
  return last?.place?.level === level && !/[.\n]\s/.test(text.slice(last.span.end, span.start));
}

/** How far back "của xã" may look for the commune it means. */
const REACH = 600;

function lastOf(named: Cue[], level: PlaceLevel, span: Span): Cue[] {
  const last = named[firstIndex(named, (cue) => cue.span.start >= span.start) - 1];
  return last?.place?.level === level && span.start - last.span.end < REACH
    ? [{ span, place: last.place, stance: 'located' }]
    : [];
}

/** A meeting: where it was held says nothing of the figures told there. */
const MEETING =
  '(?:hội nghị|hội thảo|tọa đàm|toạ đàm|họp báo|đại hội|diễn đàn|gặp mặt|lễ (?:kỷ niệm|phát động|khai mạc|tổng kết|ký kết|công bố|mít tinh))';
const MEETING_BEFORE = quick(new RegExp(`(?<![\\p{L}])${MEETING}(?![\\p{L}])[^.;:\\n]{0,60}(?:tại|ở)\\s+$`, 'iu'));
const MEETING_BEHIND = new RegExp(
  `^[^.;:\\n]{0,90}(?:tổ chức|diễn ra|khai mạc|chủ trì|dự)\\s+(?:[\\p{L}]+\\s+){0,3}?${MEETING}(?![\\p{L}])`,
  'iu',
);
const AT = /(?:tại|ở)\s+$/iu;
/** "Tây Sơn, ngày 5 tháng 6": where a paper was signed. */
const DATELINE = /^,?\s*ngày\s+\d/u;

/** A body that opens its sentence, in a text that is about no one place: what it did is its place's. */
const ACTS =
  /(?:^|[.;\n•*+–-]\s*|(?:^|[.;\n*+–-])\s*(?:Qua|Sau|Trong|Năm|Từ|Đến|Nhân|Ngày)\s[^,.;\n]{0,50},\s+|(?<![\p{L}\p{M}])(?:như|riêng)\s+)(?:UBND|Ủy ban|Uỷ ban|HĐND|Sở|Hội|Mặt trận|MTTQ|Ủy ban MTTQ|Liên đoàn|Ban|Chi cục|Bảo hiểm xã hội|BHXH|Đoàn|Quỹ)[\p{L}\p{M}\s,&–-]{0,50}$/u;
/** "Theo đại diện Phòng Văn hóa xã A, …" */
const ACCORDING = /(?:^|[.;\n]\s*|,\s*)[Tt]heo\s+[^.;,\n]{0,70}$/u;

function stanceOf(text: string, span: Span, organisation: boolean, own: Place | null): Stance | null {
  const { end } = span;
  const before = text.slice(Math.max(0, span.start - 90), span.start);
  const behind = text.slice(end, end + 130);
  if (organisation) {
    if (SPEAKS.test(behind.slice(0, 90)) || (ACCORDING.test(before) && behind.startsWith(','))) return 'speaker';
    return !own && ACTS.test(before) ? 'subject' : null;
  }
  if (COMPARES.test(before.slice(-14))) return null;
  if (DATELINE.test(behind) && /(?:^|\n)[^\S\n]*$/.test(before)) return null;
  if (AT.test(before.slice(-6)) && (MEETING_BEFORE.test(before) || MEETING_BEHIND.test(behind))) return null;
  if (OPENS.test(before)) return 'subject';
  return LOCATES.test(before) || SCHOOL.test(before) || before.endsWith('(') ? 'located' : 'subject';
}
