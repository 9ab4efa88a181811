import { BLANK_FIGURE } from '../../model/blank-figure.ts';
import type { Kind, Unit } from '../../model/codes.ts';
import type { Linkable } from './scene.ts';

/**
 * Reads the notation of the rule tables: `[total=1.855|household]` is a figure with a name,
 * `[205|household>total]` one that must be linked to it; a third field gives other fields as `role=change`.
 * Values are those the digits and multiplier state.
 */
export function annotated(marked: string): { text: string; figures: Linkable[]; links: [string, string][] } {
  const figures: Linkable[] = [];
  const links: [string, string][] = [];
  let text = '';
  let last = 0;
  for (const mark of marked.matchAll(/\[(?:(\w+)=)?([^|\]]+)\|(\w+)(?:>(\w+))?(?:\|([^\]]*))?\]/gu)) {
    const [whole, name, literal = '', unit = '', target, fields = ''] = mark;
    text += marked.slice(last, mark.index);
    last = mark.index + whole.length;
    const id = name ?? `f${figures.length}`;
    figures.push({
      ...plain(id, literal, unit as Unit),
      span: { start: text.length, end: text.length + literal.length },
      ...Object.fromEntries(fields.split('&').filter(Boolean).map(field)),
    });
    if (target) links.push([id, target]);
    text += literal;
  }
  return { text: text + marked.slice(last), figures, links };
}

const field = (pair: string): [string, unknown] => {
  const [key = '', value = ''] = pair.split('=');
  if (key === 'per' || key === 'subjects') return [key, value.split(',')];
  if (key === 'value') return [key, Number(value)];
  if (key === 'period') return [key, { start: `${value}-01-01`, end: `${value}-12-31` }];
  return [key, value];
};

const MULTIPLIERS: readonly [RegExp, number][] = [
  [/tỷ/u, 1e9],
  [/triệu/u, 1e6],
  [/vạn/u, 1e4],
  [/nghìn|ngàn/u, 1e3],
];

const MEASURES = new Set<Unit>(['tonne', 'kg', 'ha', 'm2', 'km', 'm', 'kWh', 'm3', 'litre']);

const kindOf = (unit: Unit): Kind =>
  unit === 'VND' ? 'money' : unit === 'percent' ? 'percentage' : MEASURES.has(unit) ? 'measure' : 'count';

function plain(id: string, literal: string, unit: Unit): Linkable {
  const digits = /[\d.,]+/u.exec(literal)?.[0] ?? '0';
  const multiplier = MULTIPLIERS.find(([word]) => word.test(literal))?.[1] ?? 1;
  const value = Number((Number(digits.replace(/\./g, '').replace(',', '.')) * multiplier).toPrecision(15));
  return {
    ...BLANK_FIGURE,
    id,
    kind: kindOf(unit),
    value: /(?:giảm|-)$/u.test(literal) ? -value : value,
    unit,
  };
}
