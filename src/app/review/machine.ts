import type { Bilingual, HistoryEvent } from '../../model/index.ts';
import type { Language } from '../service.ts';

/** The author of events that no person made. */
export const MACHINE = 'ansinh';

/** Why the machine did what it did: events have the code, people get the sentence. */
const REASONS = {
  figures_changed: {
    vi: 'Đã trích xuất lại: một số số liệu chưa ai quyết định nay đã khác.',
    en: 'Extracted again: some figures that nobody had decided on are others now.',
  },
} satisfies Record<string, Bilingual>;

export type MachineReason = keyof typeof REASONS;

/** What earlier versions wrote in place of a code. */
const EARLIER: Readonly<Record<string, MachineReason>> = {
  'extracted again: figures nobody had decided on are others now': 'figures_changed',
};

const isReason = (code: string): code is MachineReason => Object.hasOwn(REASONS, code);

/** An event with the machine's reason as a sentence; what people wrote stays as they wrote it. */
export const told = <E extends HistoryEvent>(event: E, language: Language): E => {
  if (event.who !== MACHINE || event.reason === null) return event;
  const code = EARLIER[event.reason] ?? event.reason;
  return isReason(code) ? { ...event, reason: REASONS[code][language] } : event;
};
