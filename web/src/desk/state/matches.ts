import { plain } from '../../report/model.ts';

export interface Option {
  id: string;
  name: string;
}

/** Options that have every typed word, tone marks or not; those that begin with them first, in their own order. */
export function matches(options: readonly Option[], typed: string): Option[] {
  const whole = plain(typed).trim();
  const words = whole.split(/\s+/).filter(Boolean);
  const rank = (name: string) => (name.startsWith(whole) ? 0 : ` ${name}`.includes(` ${whole}`) ? 1 : 2);
  return options
    .map((option) => ({ option, name: plain(`${option.name} ${option.id}`) }))
    .filter(({ name }) => words.every((word) => name.includes(word)))
    .sort((a, b) => rank(a.name) - rank(b.name))
    .map(({ option }) => option);
}
