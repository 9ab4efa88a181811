import type { DocumentMetadata, Place, SourceDocument, Span } from '../../model/index.ts';
import { layoutOf } from '../text/layout.ts';
import { genericPlaces } from './generic.ts';
import { findPlaces, type PlaceMention } from './mentions.ts';
import { depthOf, resolver, sameName } from './resolve.ts';

/** How a place stands in its sentence. */
type Stance = 'subject' | 'located' | 'speaker' | 'own' | 'other';

/** A place named or meant, in the order of the text; `place` is null where it is the document's own. */
interface Cue {
  span: Span;
  place: Place | null;
  stance: Stance;
}

/** Words that set something in a place. */
const LOCATES =
  /(?<![\p{L}\p{M}])(?:tại|ở|thuộc|[Rr]iêng|trên địa bàn|địa bàn|của|về|cho|đối với|như|từ|đến)(?:\s+(?:các|trường|trạm|điểm|nhà)[\p{L}\s]{0,30})?\s*$/iu;
/** A place at the start of a sentence or of an item, with at most a word that singles it out. */
const OPENS =
  /(?:^|[;:•+\n(]\s*|[-–]\s+|\.\s+|,\s*)(?:(?:[Rr]iêng|[Tt]ại|[Ở]|ở|[Tt]rong đó|[Nn]hư|[Cc]òn|và|[Hh]iện|[Tt]rên địa bàn|[Vv]ới|gồm|[Cc]ụ thể)\s*[,:]?\s*){0,3}$/u;
const SPEAKS =
  /^[^.;:\n]{0,60}?(?:cho biết|cho hay|chia sẻ|thông tin|khẳng định|báo cáo|nói|phấn khởi|bày tỏ|trao đổi)(?![\p{L}\p{M}])/u;
/** The stretch from one full mark to the next is one clause. */
const CLAUSE_END = /[;\n]|(?<![\p{L}])(?:trong khi|còn tại|ngoài ra)(?![\p{L}])/iu;

/**
 * The place each figure speaks of, where it is not the document's own; else null. `figures` are spans of numbers in
 * ascending order; the answer has the same length and order.
 */
export function assignPlaces(
  document: Pick<SourceDocument, 'text' | 'blocks'>,
  metadata: Pick<DocumentMetadata, 'place' | 'issued'>,
  figures: readonly Span[],
): (Place | null)[] {
  const { text, paragraphs, sentences } = layoutOf(document);
  const cues = cuesIn(text, metadata);
  return placed(text, paragraphs, sentences, cues, figures);
}

function cuesIn(text: string, metadata: Pick<DocumentMetadata, 'place' | 'issued'>): Cue[] {
  const own = metadata.place;
  const resolve = resolver(metadata);
  const mentions = chained(text, findPlaces(text));
  const province = own && own.level !== 'province' ? own.province : null;
  const named = mentions.flatMap((mention): Cue[] => {
    const stance = stanceOf(text, mention);
    if (own && sameName(mention.name, own.name)) return [{ span: mention.span, place: null, stance: 'own' }];
    if (stance === 'other') return [];
    return [{ span: mention.span, place: resolve(mention), stance }];
  });
  const meant = genericPlaces(text, own?.level ?? null).flatMap((mention): Cue[] => {
    if (named.some((cue) => cue.span.start <= mention.span.start && mention.span.start < cue.span.end)) return [];
    if (mention.level === 'country') return [{ span: mention.span, place: null, stance: 'own' }];
    if (!own) return [];
    if (depthOf(mention.level) === depthOf(own.level)) return [{ span: mention.span, place: null, stance: 'own' }];
    if (province && mention.level === 'province' && mention.whole) {
      const place: Place = { ...resolve({ ...mention, name: province.name, level: 'province', organisation: false }) };
      return [{ span: mention.span, place, stance: 'subject' }];
    }
    return [];
  });
  return [...named, ...meant].sort((a, b) => a.span.start - b.span.start);
}

/** "thôn A, xã B, huyện C (tỉnh D)" is one place, the first that is no village; the rest only say where it lies. */
function chained(text: string, mentions: PlaceMention[]): PlaceMention[] {
  return mentions.filter((mention, index) => {
    const previous = mentions[index - 1];
    const next = mentions[index + 1];
    if (mention.level === 'village' && next && isChain(text, mention, next)) return false;
    if (!previous || !isChain(text, previous, mention)) return true;
    return previous.level === 'village' && depthOf(mention.level) === depthOf('commune');
  });
}

const isChain = (text: string, inner: PlaceMention, outer: PlaceMention): boolean =>
  depthOf(inner.level) > depthOf(outer.level) &&
  /^\s*(?:[,(–-]|thuộc|của)?\s*$/u.test(text.slice(inner.span.end, outer.span.start));

function stanceOf(text: string, { span, organisation }: PlaceMention): Stance {
  const before = text.slice(Math.max(0, span.start - 60), span.start);
  const behind = text.slice(span.end, span.end + 90);
  if (SPEAKS.test(behind) && organisation) return 'speaker';
  if (organisation) return 'other';
  if (OPENS.test(before)) return 'subject';
  return LOCATES.test(before) || /trường[^,;.]*$|\($/u.test(before) ? 'located' : 'subject';
}

function placed(
  text: string,
  paragraphs: readonly Span[],
  sentences: readonly Span[],
  cues: Cue[],
  figures: readonly Span[],
): (Place | null)[] {
  const singles = isOneSentenceALine(paragraphs, sentences);
  return figures.map((figure) => {
    const paragraph = holding(paragraphs, figure);
    const sentence = holding(sentences, figure) ?? paragraph;
    if (!paragraph || !sentence) return null;
    const clause = clauseOf(text, sentence, figure);
    const near = within(cues, clause);
    const before = near.filter((cue) => cue.span.end <= figure.start).at(-1);
    if (before) return before.place;
    const behind = near.find((cue) => cue.span.start >= figure.end);
    if (behind && behind.stance === 'located') return behind.place;
    const earlier = within(cues, { start: sentence.start, end: clause.start }).at(-1);
    if (earlier && (earlier.stance === 'own' || opensScene(text, sentence, earlier))) return earlier.place;
    return scene(text, cues, sentences, singles ? { start: 0, end: text.length } : paragraph, sentence);
  });
}

/** The place that an earlier sentence set for what follows it: a speaker's, or one the sentence opens with. */
function scene(text: string, cues: Cue[], sentences: readonly Span[], frame: Span, sentence: Span): Place | null {
  const earlier = within(cues, { start: frame.start, end: sentence.start });
  for (const cue of earlier.toReversed()) {
    if (cue.stance === 'own') return null;
    const home = holding(sentences, cue.span);
    if (home && opensScene(text, home, cue)) return cue.place;
  }
  return null;
}

function opensScene(text: string, sentence: Span, cue: Cue): boolean {
  if (cue.stance === 'speaker') return true;
  return (
    cue.span.start - sentence.start < 40 &&
    OPENS.test(text.slice(sentence.start, cue.span.start).replace(/^[-–+•*\s]+/u, ''))
  );
}

/** Text set a sentence a line: a scene is not closed by the line's end. */
const isOneSentenceALine = (paragraphs: readonly Span[], sentences: readonly Span[]): boolean =>
  paragraphs.length > 6 && sentences.length < paragraphs.length * 1.35;

const holding = (spans: readonly Span[], span: Span): Span | undefined =>
  spans.find((each) => each.start <= span.start && span.start < each.end);

const within = (cues: Cue[], { start, end }: Span): Cue[] =>
  cues.filter((cue) => start <= cue.span.start && cue.span.start < end);

function clauseOf(text: string, sentence: Span, figure: Span): Span {
  const before = text.slice(sentence.start, figure.start);
  const behind = text.slice(figure.end, sentence.end);
  const start = Math.max(before.lastIndexOf(';'), before.lastIndexOf('\n')) + 1;
  const end = CLAUSE_END.exec(behind)?.index ?? behind.length;
  return { start: sentence.start + start, end: figure.end + end };
}
