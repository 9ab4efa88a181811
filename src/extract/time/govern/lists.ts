import type { Grant } from '../grant.ts';
import type { Paragraph } from '../structure.ts';

/** Lists within lists: what each open lead line gives to its items. */
export type Lead = { mark: string | null; items: string | null | undefined; grant: Grant | null };

/** Opens and closes lists as a paragraph begins. */
export const enter = (leads: Lead[], p: Paragraph, isHeading: boolean): void => {
  if (isHeading) leads.length = 0;
  const top = leads.at(-1);
  if (top === undefined) return;
  if (top.items === undefined) {
    top.items = p.mark;
    return;
  }
  const at = leads.findLastIndex((lead) => lead.items !== null && lead.items === p.mark);
  leads.length = at + 1;
};
