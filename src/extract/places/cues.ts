import type { DocumentMetadata, Place, Span } from '../../model/index.ts';
import { spanAt } from '../text/layout.ts';
import { genericPlaces } from './generic.ts';
import { findPlaces, type PlaceMention } from './mentions.ts';
import { depthOf, resolver, sameName } from './resolve.ts';

/**
 * How a place stands in its sentence: it acts or heads an item (`subject`), something is set in it (`located`),
 * somebody speaks for it (`speaker`), or it is the document's own (`own`).
 */
export type Stance = 'subject' | 'located' | 'speaker' | 'own';

/** A place named or meant; `place` is null where it is the document's own. */
export interface Cue {
  span: Span;
  place: Place | null;
  stance: Stance;
}

type Context = Pick<DocumentMetadata, 'place' | 'issued'>;

/** Words that set something in a place. */
const LOCATES =
  /(?<![\p{L}\p{M}])(?:tại|ở|thuộc|riêng|trên địa bàn|địa bàn|của|về|cho|đối với|như|từ|đến)(?:\s+(?:các|trường|trạm|điểm|nhà)[\p{L}\s]{0,30})?\s*$/iu;
const SCHOOL = /(?<![\p{L}\p{M}])trường[^,;.]*$/iu;
/** The start of a sentence or of an item, with at most a few words that single a place out. */
const OPENS =
  /(?:^|[;:•+\n(]\s*|[-–]\s+|\.\s+|,\s*)(?:(?:[Rr]iêng|[Tt]ại|[Ởở]|[Tt]rong đó|[Nn]hư|[Cc]òn|và|[Hh]iện|[Tt]rên địa bàn|[Vv]ới|gồm|[Cc]ụ thể)\s*[,:]?\s*){0,3}$/u;
const SPEAKS =
  /^[^.;:\n]{0,60}?(?:cho biết|cho hay|chia sẻ|thông tin|khẳng định|báo cáo|nói|phấn khởi|bày tỏ|trao đổi)(?![\p{L}\p{M}])/u;
/** The place is only a yardstick: "thấp hơn tỉnh …", "so với xã …". */
const COMPARES = /(?<![\p{L}\p{M}])(?:so với|hơn|bằng|như ở|giáp|cách|đi|sang|từ)\s*$/iu;

/** Whether a place at `start` opens its sentence or item. */
export const opens = (text: string, from: number, start: number): boolean =>
  OPENS.test(text.slice(from, start).replace(/^(?:[-–+•*]|\d{1,2}[.)]|[a-zđ]\))?\s*/u, ''));

/** Every place that bears on figures, in the order of the text. */
export function cuesIn(text: string, context: Context): Cue[] {
  const own = context.place;
  const resolve = resolver(context);
  const named = chained(text, findPlaces(text)).flatMap((mention): Cue[] => {
    if (own && sameName(mention.name, own.name)) return [{ span: mention.span, place: null, stance: 'own' }];
    const stance = stanceOf(text, mention);
    return stance ? [{ span: mention.span, place: resolve(mention), stance }] : [];
  });
  return [...named, ...meant(text, own, named, resolve)].sort((a, b) => a.span.start - b.span.start);
}

/** "toàn huyện", "cả nước": back to the document's own; "toàn tỉnh" in a district's report: its province. */
function meant(text: string, own: Place | null, named: Cue[], resolve: (mention: PlaceMention) => Place): Cue[] {
  const taken = named.map((cue) => cue.span);
  return genericPlaces(text, own?.level ?? null).flatMap(({ span, level, whole }): Cue[] => {
    if (spanAt(taken, span.start)) return [];
    if (level === 'country' || level === own?.level) return [{ span, place: null, stance: 'own' }];
    const province = own && own.level !== 'province' ? own.province : null;
    if (!province || level !== 'province' || !whole) return [];
    return [{ span, place: resolve({ span, name: province.name, level, organisation: false }), stance: 'subject' }];
  });
}

/** "thôn A, xã B, huyện C (tỉnh D)" is one place: the first that is no village. The rest only say where it lies. */
function chained(text: string, mentions: PlaceMention[]): PlaceMention[] {
  return mentions.filter((mention, index) => {
    const previous = mentions[index - 1];
    const next = mentions[index + 1];
    if (mention.level === 'village' && next && isChain(text, mention, next)) return false;
    if (!previous || !isChain(text, previous, mention)) return true;
    return previous.level === 'village' && mention.level === 'commune';
  });
}

const isChain = (text: string, inner: PlaceMention, outer: PlaceMention): boolean =>
  depthOf(inner.level) > depthOf(outer.level) &&
  /^\s*(?:[,(–-]|thuộc|của)?\s*$/u.test(text.slice(inner.span.end, outer.span.start));

function stanceOf(text: string, { span, organisation }: PlaceMention): Stance | null {
  const before = text.slice(Math.max(0, span.start - 60), span.start);
  if (organisation) return SPEAKS.test(text.slice(span.end, span.end + 90)) ? 'speaker' : null;
  if (COMPARES.test(before)) return null;
  if (OPENS.test(before)) return 'subject';
  return LOCATES.test(before) || SCHOOL.test(before) || before.endsWith('(') ? 'located' : 'subject';
}
