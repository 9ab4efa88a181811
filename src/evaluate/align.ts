import type { Figure, ReportRecord } from '../model/index.ts';
import type { Gold, GoldFigure } from './gold.ts';
import { matchingBlocks } from './matching.ts';

interface Token {
  start: number;
  end: number;
  text: string;
}

/** What was found of what should have been. */
export interface Alignment {
  /** The gold text in NFC; gold offsets below point into it, in UTF-16 code units. */
  text: string;
  pairs: { gold: GoldFigure; figure: Figure }[];
  /** Figures of the record that no gold figure stands for. */
  spurious: Figure[];
  missed: GoldFigure[];
}

/**
 * Pairs the figures of a record with those of the gold by the digit tokens of the two texts, so that page furniture,
 * line breaks and white space, which differ from format to format, do not matter. Numbers in words are paired by
 * their letters, at the nearest relative place.
 */
export function align(gold: Gold, goldText: string, record: Pick<ReportRecord, 'text' | 'figures'>): Alignment {
  const text = goldText.normalize('NFC');
  const goldFigures = inCodeUnits(gold.figures, text);
  const goldTokens = digitTokens(text);
  const tokens = digitTokens(record.text);
  const counterpart = tokenMap(tokens, goldTokens);

  const byToken = new Map<number, GoldFigure>();
  const inWords: GoldFigure[] = [];
  for (const figure of goldFigures) {
    const token = tokenAt(goldTokens, figure);
    if (token === null) inWords.push(figure);
    else if (!byToken.has(token)) byToken.set(token, figure);
  }

  const alignment: Alignment = { text, pairs: [], spurious: [], missed: [] };
  const used = new Set<GoldFigure>();
  for (const figure of record.figures) {
    const token = tokenAt(tokens, figure.span);
    const match = token === null ? nearestInWords(figure) : byToken.get(counterpart.get(token) ?? -1);
    if (match && !used.has(match)) {
      used.add(match);
      alignment.pairs.push({ gold: match, figure });
    } else alignment.spurious.push(figure);
  }
  alignment.missed = goldFigures.filter((figure) => !used.has(figure));
  return alignment;

  function nearestInWords(figure: Figure): GoldFigure | undefined {
    const words = record.text.slice(figure.span.start, figure.span.end).toLowerCase().trim();
    const place = figure.span.start / Math.max(1, record.text.length);
    const distance = (candidate: GoldFigure) => Math.abs(candidate.start / text.length - place);
    return inWords
      .filter((candidate) => !used.has(candidate) && candidate.literal.normalize('NFC').toLowerCase() === words)
      .reduce<GoldFigure | undefined>((a, b) => (a && distance(a) <= distance(b) ? a : b), undefined);
  }
}

const digitTokens = (text: string): Token[] =>
  Array.from(text.matchAll(/\p{Nd}+(?:[.,]\p{Nd}+)*/gu), ({ 0: token, index }) => ({
    start: index,
    end: index + token.length,
    text: token,
  }));

/** Index of the first token that a span touches. */
function tokenAt(tokens: readonly Token[], span: { start: number; end: number }): number | null {
  const index = tokens.findIndex((token) => token.start < span.end && token.end > span.start);
  return index < 0 ? null : index;
}

/** From a token of the record to the same token of the gold text. */
function tokenMap(tokens: readonly Token[], goldTokens: readonly Token[]): Map<number, number> {
  const texts = (list: readonly Token[]) => list.map((token) => token.text);
  const map = new Map<number, number>();
  for (const { a, b, size } of matchingBlocks(texts(tokens), texts(goldTokens))) {
    for (let k = 0; k < size; k++) map.set(a + k, b + k);
  }
  return map;
}

/** Gold offsets count code points; ours count code units. The two differ past the first emoji. */
function inCodeUnits(figures: readonly GoldFigure[], text: string): GoldFigure[] {
  if (!/[\u{10000}-\u{10ffff}]/u.test(text)) return [...figures];
  const offsets = [0];
  for (const character of text) offsets.push((offsets.at(-1) as number) + character.length);
  const unit = (point: number) => offsets[point] ?? text.length;
  return figures.map((figure) => ({ ...figure, start: unit(figure.start), end: unit(figure.end) }));
}
