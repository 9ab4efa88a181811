import type { DocumentMetadata, Message, Place, SourceDocument, Span } from '../../model/index.ts';
import { layoutOf, placeOf, spanAt } from '../text/layout.ts';
import { quick } from '../text/quick.ts';
import { firstIndex } from '../text/sorted.ts';
import { type Cue, cuesIn, opens } from './cues.ts';
import { placeMessages } from './messages.ts';
import { resolver } from './resolve.ts';
import { tablePlaces } from './table.ts';

type Source = Pick<SourceDocument, 'text' | 'blocks'> & Partial<Pick<SourceDocument, 'tables'>>;

/** A new matter begins behind these. */
const CLAUSE_END = /[;\n]|(?<![\p{L}])(?:trong khi|còn tại|ngoài ra|mặt khác)(?![\p{L}])/giu;
/** A family or a person who lives in the place: what follows is told of them there. */
const RESIDENT = quick(
  /(?<![\p{L}\p{M}])(?:ông|bà|anh|chị|cụ|em|gia đình)(?![\p{L}\p{M}])[^.;]{0,60}(?<![\p{L}\p{M}])(?:ở|tại|trú|ngụ)\s+(?:(?:thôn|ấp|bản|làng|xóm|khóm|tổ|khu)\s[^,.;]{1,24},\s*)?$/iu,
);
const BULLET = /^(?:[-–+•*]|[a-zđ]\)|\d{1,2}\))/u;
/** How far into its sentence a place may stand and still set the scene. */
const OPENING = 40;

/** The places of figures, and the doubts that remain about them. */
export interface AssignedPlaces {
  places: (Place | null)[];
  messages: Message[];
}

/**
 * The place each figure speaks of, where it is one and not the document's own; else null. `figures` are spans of numbers
 * in ascending order; `places` has the same length and order. Rows of tables are about the place that they name.
 */
export function assignPlaces(
  document: Source,
  metadata: Pick<DocumentMetadata, 'place' | 'issued'>,
  figures: readonly Span[],
): AssignedPlaces {
  const { text, paragraphs, sentences } = layoutOf(document);
  const known = resolver(metadata);
  const cues = cuesIn(text, metadata, known);
  const inTable = tablePlaces(document, metadata, known);
  const lines = isOneSentenceALine(paragraphs, sentences);
  const homes = cues.map((cue) => holding(sentences, cue.span));
  const compared = comparing(cues, homes);
  const scenes = scenesOf({ text, cues, lines, compared }, homes);
  const flow: Flow = { text, paragraphs, sentences, cues, lines, scenes, compared, clauseEnd: clauseEnds(text) };
  const places = figures.map((figure) => {
    const cell = inTable(figure);
    return cell === undefined ? inText(flow, figure) : cell;
  });
  return { places, messages: placeMessages(metadata.place, places, known) };
}

interface Flow {
  text: string;
  paragraphs: readonly Span[];
  sentences: readonly Span[];
  cues: Cue[];
  clauseEnd(from: number): number;
  /** A sentence a line: a scene does not close with the line. */
  lines: boolean;
  /** For each cue the last one up to it that sets a scene or closes one. */
  scenes: readonly (Cue | null)[];
  /** Sentences that set places of one level side by side. */
  compared: ReadonlySet<Span>;
}

function inText(flow: Flow, figure: Span): Place | null {
  const paragraph = holding(flow.paragraphs, figure);
  const sentence = holding(flow.sentences, figure) ?? paragraph;
  if (!paragraph || !sentence) return null;
  const clause = clauseOf(flow, sentence, figure);
  const segment = segmentOf(flow.text, clause, figure);
  const cue = nearest(flow, segment, figure) ?? around(flow, clause, figure);
  if (isTotal(flow, sentence, figure)) return null;
  if (cue) return cue.place;
  const earlier = within(flow.cues, { start: sentence.start, end: clause.start }).at(-1);
  if (
    earlier &&
    (goesOn(flow.text, sentence, clause.start) || earlier.stance === 'own' || setsScene(flow, sentence, earlier))
  )
    return earlier.place;
  return scene(flow, paragraph, sentence) ?? toldOn(flow, sentence);
}

const TOTAL = /(?<![\p{L}\p{M}])(?:với\s+)?tổng\s+(?:trị giá|giá trị|kinh phí|số tiền|số vốn)[^,;.\d]{0,24}$/iu;

/** "xây nhà tại buôn A và sửa trường ở buôn B với tổng trị giá 70 triệu đồng": of both. */
function isTotal({ text, cues }: Flow, sentence: Span, figure: Span): boolean {
  if (!TOTAL.test(text.slice(Math.max(sentence.start, figure.start - 48), figure.start))) return false;
  const named = within(cues, { start: sentence.start, end: figure.start }).filter(
    ({ place, stance }) => place && stance !== 'speaker',
  );
  const [first] = named;
  return named.some(({ place }) => place?.level === first?.place?.level && place?.name !== first?.place?.name);
}

/** Words that open a sentence about what the one before told. */
const GOES_ON =
  /^\s*(?:[Mm]ỗi|[Tt]ổng (?:trị giá|giá trị|kinh phí|số tiền|vốn)|[Tt]rước mắt|[Tt]rị giá|[Ss]ố (?:tiền|quà|kinh phí|còn lại)|[Dd]ự án (?:gồm|bao gồm|có)|[Tt]rong (?:số )?đó|[Tt]heo đó|[Cc]ụ thể|[Kk]inh phí|[Mm]ức (?:hỗ trợ|quà)|[Tt]ại đây|[Ởở] đây|[Nn]ơi đây)(?![\p{L}\p{M}])/u;

/** The one place of the sentence before, where this one goes on telling of it: "Mỗi suất trị giá …". */
function toldOn({ text, sentences, cues, compared }: Flow, sentence: Span): Place | null {
  if (!GOES_ON.test(text.slice(sentence.start, sentence.end))) return null;
  const last = cues[firstFrom(cues, sentence.start) - 1];
  const home = last && holding(sentences, last.span);
  if (!last?.place || !home || last.stance === 'speaker' || compared.has(home) || last.place.level === 'country')
    return null;
  const between = sentences.slice(placeOf(sentences, home) + 1, placeOf(sentences, sentence));
  const goesOn = between.every(({ start, end }) => GOES_ON.test(text.slice(start, end)));
  return between.length <= 1 && goesOn ? last.place : null;
}

/** "…; trong đó 80 hộ …; 42 hộ …": parts of what the clause before counted, where it was counted. */
const PARTS = /;\s*(?:(?:trong đó|gồm|bao gồm|cụ thể)\s*:?\s*)?(?:có\s+|là\s+|và\s+|còn\s+)?\d/uy;

function goesOn(text: string, sentence: Span, start: number): boolean {
  PARTS.lastIndex = start - 1;
  return start > sentence.start && PARTS.test(text);
}

/** The place named before in the clause or set behind; where a body only acts there, the place where it acted. */
function around({ text, cues }: Flow, clause: Span, figure: Span): Cue | undefined {
  const inClause = within(cues, clause);
  const ahead = before(inClause, figure);
  if (ahead && !ahead.body) return ahead;
  const behind = locatedBehind(inClause, figure);
  return behind && !(ahead && PICKS.test(text.slice(figure.end, behind.span.start))) ? behind : ahead;
}

/** What a place is told of behind these is less than what was told before. */
const PICKS = quick(/(?<![\p{L}\p{M}])(?:trong (?:số )?đó|gồm|riêng|nhất là)(?![\p{L}\p{M}])/iu);

/** The place in the figure's own stretch between commas: before it, else right behind it ("12 hộ ở xã A, 15 hộ ở xã B"). */
function nearest(flow: Flow, segment: Span, figure: Span): Cue | undefined {
  const near = within(flow.cues, segment);
  const ahead = before(near, figure);
  const there = locatedBehind(near, figure);
  if (
    there &&
    ahead?.stance === 'own' &&
    isActor(flow.text, ahead) &&
    AT.test(flow.text.slice(Math.max(0, there.span.start - 8), there.span.start))
  )
    return there;
  return (
    (ahead?.body ? undefined : ahead) ??
    heads(flow, segment, figure) ??
    near.find((cue) => cue.span.start >= figure.end && cue.stance !== 'speaker' && !lists(flow.text, figure, cue))
  );
}

/** "11 địa phương được hỗ trợ gồm Thanh Hóa (16 tỷ), …": the places counted, not where. */
const lists = (text: string, figure: Span, { stance, span }: Cue): boolean => {
  if (stance !== 'subject') return false;
  const between = text.slice(figure.end, span.start);
  return (
    LISTS.test(between) ||
    QUOTED.test(between) ||
    (NEXT_ITEM.test(between) && HAS_NUMBER.test(text.slice(span.end, span.end + 30)))
  );
};
/** "192 hộ và Lý Sơn 28 triệu đồng": the next place with its own number. */
const NEXT_ITEM = /(?<![\p{L}\p{M}])và\s+$/u;
const HAS_NUMBER = /^\s*(?:[:(]\s*|(?:là|có|với|đạt|còn|được)\s+)?(?:(?:hơn|trên|gần|khoảng)\s+)*\d/u;
/** "phong trào “Kiên Giang chung sức …”" */
const QUOTED = /["“][^"”]{0,40}$/u;
const LISTS = /(?<![\p{L}\p{M}])(?:gồm|như|là|cụ thể)\s*:?\s*$/u;

/** "huyện còn xây dựng 1 mô hình tại xã A": the document's own place acts, and acts elsewhere. */
const AT = /(?:tại|ở)\s+$/u;
const isActor = (text: string, { span }: Cue): boolean =>
  /^\s*(?:đã|còn|cũng|sẽ|vừa)?\s*(?:\p{Ll}+\s+)?(?:xây|hỗ trợ|tổ chức|đầu tư|mở|triển khai|thực hiện|trao|tặng|cấp|sửa|thành lập)/u.test(
    text.slice(span.end, span.end + 30),
  );

/** A place right before the colon or the bracket that opens the stretch: "Bác Ái: 661.480 kg …". */
function heads({ text, cues }: Flow, { start }: Span, figure: Span): Cue | undefined {
  const last = cues[firstFrom(cues, figure.start) - 1];
  return last && last.span.end <= start && /^\s?[:(]\s?$/.test(text.slice(last.span.end, start).slice(0, 4))
    ? last
    : undefined;
}

const before = (cues: Cue[], figure: Span): Cue | undefined => cues.findLast((cue) => cue.span.end <= figure.start);

const locatedBehind = (cues: Cue[], figure: Span): Cue | undefined => {
  const first = cues.find((cue) => cue.span.start >= figure.end);
  return first?.stance === 'located' ? first : undefined;
};

/** The place set by an earlier sentence of the paragraph, or by the line that leads a list of items. */
function scene(flow: Flow, paragraph: Span, sentence: Span): Place | null {
  const start = flow.lines ? 0 : leadOf(flow, paragraph).start;
  const last = flow.scenes[firstFrom(flow.cues, sentence.start) - 1];
  return last && last.span.start >= start && last.place?.level !== 'country' ? last.place : null;
}

function scenesOf(
  flow: Pick<Flow, 'text' | 'cues' | 'lines' | 'compared'>,
  homes: readonly (Span | undefined)[],
): (Cue | null)[] {
  let last: Cue | null = null;
  return flow.cues.map((cue, index) => {
    const home = homes[index];
    if (cue.stance === 'own' || (home && !flow.compared.has(home) && setsScene(flow, home, cue))) last = cue;
    return last;
  });
}

/** Sentences that set places of one level side by side: what follows is about none of them. */
function comparing(cues: readonly Cue[], homes: readonly (Span | undefined)[]): Set<Span> {
  const found = new Set<Span>();
  let previous: number | null = null;
  cues.forEach(({ place, stance }, index) => {
    if (!place || stance === 'speaker') return;
    const home = homes[index];
    const other = previous === null ? undefined : cues[previous]?.place;
    if (home && other && homes[previous as number] === home && other.level === place.level && other.name !== place.name)
      found.add(home);
    previous = index;
  });
  return found;
}

/** For an item of a list, the paragraph above the list that ends in a colon; else the paragraph itself. */
function leadOf({ text, paragraphs }: Flow, paragraph: Span): Span {
  const at = placeOf(paragraphs, paragraph);
  const textOf = (index: number) => text.slice(paragraphs[index]?.start, paragraphs[index]?.end).trim();
  if (!BULLET.test(textOf(at))) return paragraph;
  for (let index = at - 1; index >= 0 && index > at - 40; index--) {
    if (!BULLET.test(textOf(index))) return textOf(index).endsWith(':') ? (paragraphs[index] as Span) : paragraph;
  }
  return paragraph;
}

function setsScene({ text, lines }: Pick<Flow, 'text' | 'lines'>, sentence: Span, cue: Cue): boolean {
  if (cue.stance === 'speaker') return true;
  if (cue.span.start - sentence.start < OPENING && opens(text, sentence.start, cue.span.start)) return true;
  return lines && RESIDENT.test(text.slice(sentence.start, cue.span.start));
}

const isOneSentenceALine = (paragraphs: readonly Span[], sentences: readonly Span[]): boolean =>
  paragraphs.length > 6 && sentences.length < paragraphs.length * 1.35;

const holding = (spans: readonly Span[], span: Span): Span | undefined => spanAt(spans, span.start) ?? undefined;

/** Cues that begin in a stretch; they ascend, so both ends are found by halving. */
const within = (cues: Cue[], { start, end }: Span): Cue[] => cues.slice(firstFrom(cues, start), firstFrom(cues, end));

const firstFrom = (cues: readonly Cue[], offset: number): number => firstIndex(cues, (cue) => cue.span.start >= offset);

function clauseOf({ text, clauseEnd }: Flow, sentence: Span, figure: Span): Span {
  const ahead = text.slice(sentence.start, figure.start);
  const start = Math.max(ahead.lastIndexOf(';'), ahead.lastIndexOf('\n')) + 1;
  return { start: sentence.start + start, end: Math.min(clauseEnd(figure.end), Math.max(sentence.end, figure.end)) };
}

/** Where the clause around an offset ends, for offsets that ascend: the text is walked once. */
function clauseEnds(text: string): (from: number) => number {
  let end = -1;
  return (from) => {
    if (end < from) {
      CLAUSE_END.lastIndex = from;
      end = CLAUSE_END.exec(text)?.index ?? text.length;
    }
    return end;
  };
}

/** The stretch of a clause between the commas and brackets around a figure. */
function segmentOf(text: string, clause: Span, figure: Span): Span {
  const ahead = text.slice(clause.start, figure.start);
  const start = Math.max(...[', ', '(', ': '].map((mark) => ahead.lastIndexOf(mark))) + 1;
  const behind = text.slice(figure.end, clause.end);
  const end = behind.search(/,\s|[():]/u);
  return { start: clause.start + start, end: end < 0 ? clause.end : figure.end + end };
}
