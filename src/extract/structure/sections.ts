import type { Section, SourceDocument } from '../../model/index.ts';
import { closingOf, visibleLines } from './furniture.ts';
import { type Heading, headingIn, isUnnumberedHeading, trimHeading } from './headings.ts';
import { isCapitals, type Line } from './lines.ts';
import { depths, type OutlineStyle } from './nesting.ts';
import { isBullet, type Numbering, numberOf } from './numbering.ts';
import { openingOf } from './opening.ts';

/** A numbered line, and the heading in it if it has one. */
interface Candidate {
  line: number;
  style: OutlineStyle;
  number: string;
  ordinal: number | null;
  heading: Heading | null;
  /** Lines that the heading takes. */
  lines: number;
}

type Depth = (style: OutlineStyle) => number;

const CONTENTS_LINE = /(?:\.{4,}|…{2,}|\t+)\s*\d{1,3}$/u;
const UNFINISHED =
  /(?:\s(?:và|của|trong|về|cho|theo|các|những|tại|với|đối với|năm|giai đoạn|từ|đến|trên|hoặc)|[,–-])$/iu;

/**
 * The outline of a report: every heading with its number, its level (from 1) and its parent. Ids are paths of
 * numbers ("s-I-3-3.1"), so they survive changes elsewhere. `topic` is left null.
 */
export function sections(document: Pick<SourceDocument, 'text' | 'blocks'>): Section[] {
  const visible = visibleLines(document).filter((line) => line.kind !== 'table');
  const lines = visible.slice(openingOf(visible).bodyFrom);
  const candidates = candidatesIn(lines, document.text);
  const depth = depths(candidates);
  const closing = closingOf(document);
  const headings = refuseLists(candidates, lines, depth).filter((each) => {
    const behind = closing !== null && (lines[each.line] as Line).span.start > closing;
    return each.number !== '' || !behind;
  });
  return closeAt(closing, outline(headings, lines, depth));
}

function candidatesIn(lines: Line[], text: string): Candidate[] {
  const candidates: Candidate[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line;
    if (CONTENTS_LINE.test(line.text)) continue;
    const numbering = numberOf(line.text);
    const candidate = numbering ? numbered(lines, at, numbering, text) : unnumbered(lines, at, text);
    if (!candidate) continue;
    candidates.push(candidate);
    at += candidate.lines - 1;
  }
  return candidates;
}

function numbered(
  lines: Line[],
  at: number,
  { style, number, ordinal, offset }: Numbering,
  text: string,
): Candidate | null {
  const line = lines[at] as Line;
  const marked = line.bold || line.level !== null;
  const { words, taken } = wholeWords(lines, at, offset, text);
  const heading = isBullet(style) ? bulletHeading(words, marked, lines[at + 1]) : headingIn(words, marked);
  if (isBullet(style) && !heading) return null;
  return {
    line: at,
    style,
    number: isBullet(style) ? number : number.replace(/\s+/g, ' '),
    ordinal,
    heading,
    lines: heading?.runIn ? 1 : taken,
  };
}

/** A bullet heads a section only where its type says so, or where it names a matter that finer bullets spell out. */
function bulletHeading(words: string, marked: boolean, next: Line | undefined): Heading | null {
  if (marked) return headingIn(words, true);
  const finer = next && numberOf(next.text)?.style === 'plus';
  return finer && /:$/.test(words) && words.length <= 60 ? headingIn(words, false) : null;
}

function unnumbered(lines: Line[], at: number, text: string): Candidate | null {
  const line = lines[at] as Line;
  if (!isUnnumberedHeading(line.text, line.bold, line.level)) return null;
  const { words, taken } = wholeWords(lines, at, 0, text);
  if (!lines[at + taken]) return null;
  const style: OutlineStyle = line.level !== null ? `h${line.level}` : isCapitals(line.text) ? 'capitals' : 'bold';
  const heading = { text: trimHeading(words), runIn: false, marked: true };
  return { line: at, style, number: '', ordinal: null, heading, lines: taken };
}

/** The words of a heading, taken on into the next lines where it was broken. */
function wholeWords(lines: Line[], at: number, offset: number, text: string): { words: string; taken: number } {
  const first = lines[at] as Line;
  let words = first.text.slice(offset);
  let taken = 1;
  for (
    let next = lines[at + 1];
    next && goesOn(lines[at + taken - 1] as Line, next, words, text);
    next = lines[at + taken]
  ) {
    words = words ? `${words} ${next.text}` : next.text;
    taken++;
  }
  return { words, taken };
}

function goesOn(line: Line, next: Line, words: string, text: string): boolean {
  if (numberOf(next.text) || words.length > 200) return false;
  if (words === '') return true;
  if (/[.:;!?]$/.test(words) || next.text.length > 200 || line.bold !== next.bold || line.level !== next.level)
    return false;
  const gap = text.slice(line.span.end, next.span.start).split('\n').length - 1;
  if (isCapitals(words) && isCapitals(next.text)) return gap <= 1 || UNFINISHED.test(words);
  if (isCapitals(words)) return false;
  return (gap <= 1 || UNFINISHED.test(words)) && /^\p{Ll}/u.test(next.text) && words.length > 20;
}

/** Drops numbered lines that are items of a list: no text of their own, or brothers of plain paragraphs. */
function refuseLists(candidates: Candidate[], lines: Line[], depth: Depth): (Candidate & { heading: Heading })[] {
  const refused = new Set<Candidate>();
  const byLine = new Map(candidates.map((each) => [each.line, each]));
  for (const group of brothers(candidates, depth)) {
    const listed = group.filter((each) => !each.heading || isBare(each, byLine, lines, depth)).length;
    const single = group.length === 1 && !group[0]?.heading?.marked && listed === 1;
    if (single || (group.length > 1 && listed * 2 >= group.length)) {
      for (const each of group) if (!each.heading?.marked || !each.heading) refused.add(each);
    }
  }
  return candidates.filter(
    (each): each is Candidate & { heading: Heading } => each.heading !== null && !refused.has(each),
  );
}

/** Nothing stands between this line and the next one of its own or an outer style. */
function isBare(
  candidate: Candidate,
  candidates: ReadonlyMap<number, Candidate>,
  lines: Line[],
  depth: Depth,
): boolean {
  if (candidate.heading?.runIn) return false;
  const after = candidate.line + candidate.lines;
  if (after >= lines.length) return true;
  const next = candidates.get(after);
  return next !== undefined && depth(next.style) <= depth(candidate.style);
}

/** Numbered lines of one style that follow one another with no outer heading between. */
function brothers(candidates: Candidate[], depth: Depth): Candidate[][] {
  const open = new Map<OutlineStyle, Candidate[]>();
  const groups: Candidate[][] = [];
  for (const each of candidates) {
    if (each.number === '' || isBullet(each.style)) continue;
    const group = open.get(each.style);
    const follows = group && (each.ordinal ?? 0) > (group.at(-1)?.ordinal ?? 0);
    if (follows) group.push(each);
    else {
      const fresh = [each];
      groups.push(fresh);
      open.set(each.style, fresh);
    }
    for (const style of open.keys()) if (depth(style) > depth(each.style)) open.delete(style);
  }
  return groups;
}

function outline(candidates: (Candidate & { heading: Heading })[], lines: Line[], depth: Depth): Section[] {
  const found: Section[] = [];
  const stack: { style: OutlineStyle; section: Section }[] = [];
  const used = new Map<string, number>();
  const end = lines.at(-1)?.span.end ?? 0;
  for (const { style, number, heading, line } of candidates) {
    const start = (lines[line] as Line).span.start;
    while (stack.length > 0 && depth((stack.at(-1) as { style: OutlineStyle }).style) >= depth(style)) {
      const closed = stack.pop() as { section: Section };
      closed.section.span.end = start;
    }
    const parent = stack.at(-1)?.section ?? null;
    const section: Section = {
      id: uniqueId(`${parent?.id ?? 's'}-${slug(number)}`, used),
      number,
      heading: heading.text,
      level: stack.length + 1,
      parent: parent?.id ?? null,
      topic: null,
      span: { start, end },
    };
    found.push(section);
    stack.push({ style, section });
  }
  return found;
}

/** What stands behind the signature belongs to no section before it. */
const closeAt = (closing: number | null, found: Section[]): Section[] =>
  found.map((section) => {
    const { start, end } = section.span;
    return closing !== null && start < closing && closing < end
      ? { ...section, span: { start, end: closing } }
      : section;
  });

const slug = (number: string): string => number.replace(/\s+/g, '_') || 'h';

function uniqueId(id: string, used: Map<string, number>): string {
  const count = (used.get(id) ?? 0) + 1;
  used.set(id, count);
  return count === 1 ? id : `${id}~${count}`;
}
