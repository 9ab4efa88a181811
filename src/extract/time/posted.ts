import type { SourceDocument } from '../../model/index.ts';
import { remembered } from '../text/remembered.ts';
import { lowerCase } from '../text/words.ts';
import { findTimes } from './find.ts';
import { postedLater, stamp } from './govern/dateline.ts';
import { paragraphsOf } from './structure.ts';

type Flow = Pick<SourceDocument, 'text' | 'blocks'>;

/** Whether `day` (ISO) is that of a web page which took up a text written years before. */
export const isReposted = ({ text }: Pick<Flow, 'text'>, day: string): boolean =>
  postedLater(day, findTimes(text), lowerCase(text));

/** The day a page was posted or a paper signed (ISO), read off a short line at its head or foot; null where none says. */
export const postedDay = remembered((document: Flow): string | null => {
  const { text, blocks } = document;
  const lower = lowerCase(text);
  const day = stamp(paragraphsOf(text, lower, blocks), findTimes(text), lower);
  return day === null || isReposted(document, day) ? null : day;
});
