import type { Bilingual, Message } from '../../../model/index.ts';
import type { Rule } from './look.ts';

/** Doubts that arithmetic has settled, or that are said of the figure anyhow. */
const SETTLED = new Set(['separator_by_sum', 'decided_figure_not_found']);

const SENTENCES: Record<string, string> = {
  separator_chosen:
    'The separators of this number are unlike those of the rest of the text; it may mean another number.',
  number_malformed: 'This number cannot be right as written; compare it with the report.',
  ocr_doubtful_number: 'The digits of this number were not recognised with certainty; compare them with the page.',
  text_respaced: 'Spaces inside or between words were mended here; compare the text with the page.',
  encoding_converted: 'The text was written in an old encoding here and is given in Unicode; compare it with the page.',
};

const sentence = ({ code, message }: Message): Bilingual => ({
  vi: message,
  en: SENTENCES[code] ?? `The text was repaired here (${code}); compare it with the report.`,
});

/** A reader mended the text of a figure, or the extractor chose among its readings. */
export const repairedText: Rule = ({ decided, messages }) => {
  if (decided.includes('value')) return null;
  const touching = messages.filter(({ code }) => !SETTLED.has(code));
  if (touching.length === 0) return null;
  const said = touching.map(sentence);
  return {
    code: 'repaired_text',
    message: { vi: said.map(({ vi }) => vi).join(' '), en: said.map(({ en }) => en).join(' ') },
    suggestions: [],
  };
};
