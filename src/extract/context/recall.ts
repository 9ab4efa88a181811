import type { Indicator, Subject } from '../../model/index.ts';
import type { Draft } from '../figures/draft.ts';
import { quick } from '../text/quick.ts';
import type { Sight } from './indicator.ts';

/** What earlier figures were found to tell. */
interface Told {
  draft: Draft;
  subjects: Subject[];
  indicator: Indicator | null;
}

/** Goods that a text hands out to one group alone, told once: rice, scholarships. */
const HANDED_OUT: readonly (readonly Indicator[])[] = [['relief.rice'], ['edu.recipients', 'edu.cost']];
const SCHOLARSHIP = quick(/(?<!\p{L})(?:học bổng|suất)(?!\p{L})/u);
/** How far back a text is still understood to speak of the same. */
const REACH = 1500;
/** No more figures stand in that stretch. */
const WINDOW = 128;

/** The groups that all figures of the same goods before this one share: "xuất cấp 40 tấn gạo" of a text on rice for the poor. */
const sharedBefore = (contexts: readonly Told[], at: number, family: readonly Indicator[]): Subject[] => {
  const told = contexts
    .slice(-WINDOW)
    .filter(({ indicator, subjects }) => indicator !== null && family.includes(indicator) && subjects.length);
  const last = told.at(-1);
  if (!last || at - last.draft.span.end > REACH) return [];
  return last.subjects.filter((code) => told.every(({ subjects }) => subjects.includes(code)));
};

/** What scholars are besides, said once for all of a text. */
const QUALITIES: ReadonlySet<Subject> = new Set(['poor_person', 'disadvantaged_person', 'ethnic_minority']);

/** Children of a kind, whom a text then calls only "em" or "cháu". */
const KINDS_OF_CHILDREN: ReadonlySet<Subject> = new Set(['disadvantaged_child']);
const CHILDREN: ReadonlySet<Subject> = new Set([...KINDS_OF_CHILDREN, 'child', 'orphan', 'student', 'preschool_child']);

const childrenBefore = (contexts: readonly Told[], at: number): Subject[] => {
  const last = contexts.slice(-WINDOW).findLast(({ subjects }) => subjects.some((code) => CHILDREN.has(code)));
  return last && at - last.draft.span.end <= REACH && last.subjects.every((code) => KINDS_OF_CHILDREN.has(code))
    ? last.subjects
    : [];
};

/** Groups that a figure's own sentence leaves unsaid because the text has told them; `group` where it has not. */
export const recalled = (
  contexts: readonly Told[],
  { draft }: Pick<Told, 'draft'>,
  sight: Sight,
  indicator: Indicator | null,
  group: Subject[],
): Subject[] => {
  const at = draft.span.start;
  const family = HANDED_OUT.find((codes) => indicator !== null && codes.includes(indicator));
  if (!group.length && family && (indicator === 'relief.rice' || SCHOLARSHIP.test(sight.statement + sight.own)))
    return sharedBefore(contexts, at, family);
  if (family && group.join() === 'student' && SCHOLARSHIP.test(sight.statement + sight.own)) {
    const shared = sharedBefore(contexts, at, family);
    if (shared.includes('student') && shared.every((code) => code === 'student' || QUALITIES.has(code))) return shared;
  }
  if (group.join() === 'child' && !sight.subjects.length && sight.kind === 'count') {
    const children = childrenBefore(contexts, at);
    if (children.length) return children;
  }
  return group;
};
