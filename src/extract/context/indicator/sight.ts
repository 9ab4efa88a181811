import type { Indicator, Kind, Subject, Topic, Unit } from '../../../model/index.ts';
import { matches, quick } from '../../text/quick.ts';
import type { Occasion } from '../topic.ts';
import type { Words } from '../words.ts';

/** A figure that stands before, with what was found of it. */
export interface Earlier {
  indicator: Indicator | null;
  topic: Topic;
  unit: Unit;
  role: string;
}

/** What an indicator rule may look at; all words are folded. */
export interface Sight extends Words {
  topic: Topic;
  kind: Kind;
  unit: Unit;
  subjects: readonly Subject[];
  role: string;
  /** The figure it says more of, where it follows one. */
  head: Earlier | null;
  /** The figures before it in its sentence, nearest first. */
  earlier: readonly Earlier[];
  /** What a short text says at once that help was given for. */
  occasion: Occasion;
  /** The heading it stands under as written, of a cell the groups of its row and the caption. */
  heading: string;
}

export interface Rule {
  indicator: Indicator | null;
  /** The topic the figure then has; null keeps the one the words around it speak for. */
  topic: Topic | null;
  when: (sight: Sight) => boolean;
}

type Test = (sight: Sight) => boolean;

const PEOPLE: readonly Unit[] = ['person', 'person_turn', 'household', 'household_turn', 'case'];
export const counts: Test = ({ unit }) => PEOPLE.includes(unit);
export const money: Test = ({ kind, unit }) => kind === 'money' && unit === 'VND';
export const rate: Test = ({ kind }) => kind === 'percentage';

export const of =
  (...topics: Topic[]): Test =>
  ({ topic }) =>
    topics.includes(topic);

/** In the figure's own words. */
export const own =
  (pattern: RegExp): Test =>
  (sight) =>
    pattern.test(sight.own);
/** Before it in its clause, or in its own words. */
export const said =
  (pattern: RegExp): Test =>
  (sight) =>
    pattern.test(sight.own) || pattern.test(sight.before);
/** Anywhere in its statement, behind the number too. */
export const stated =
  (pattern: RegExp): Test =>
  (sight) =>
    pattern.test(sight.statement) || pattern.test(sight.before);

/** Whether, of two kinds of words before a number, the first stands nearer to it (or the second nowhere). */
export const nearer = (wanted: RegExp, rival: RegExp) => {
  const both = new RegExp(`(${wanted.source})|${rival.source}`, 'gu');
  return (words: string): boolean => matches(both, words).at(-1)?.[1] !== undefined;
};

/** Somebody gave or granted something: a count of people served, not of how many there are. */
const GRANTED = quick(
  /(?<!\p{L})(?:được|hưởng|nhận|hỗ trợ|cấp|trao|tặng|trợ cấp|trợ giúp|cứu trợ|chi trả|chi|giúp|thụ hưởng|miễn|giảm|giải quyết|chế độ|chính sách|thăm|phụng dưỡng|đầu tư|tham gia|phát|xét|công nhận|truy tặng|điều dưỡng|quà|học bổng)(?!\p{L})/u,
);
export const granted: Test = ({ sentence, rest }) => GRANTED.test(sentence) || GRANTED.test(rest);

export const all =
  (...tests: Test[]): Test =>
  (sight) =>
    tests.every((test) => test(sight));
export const not =
  (test: Test): Test =>
  (sight) =>
    !test(sight);
