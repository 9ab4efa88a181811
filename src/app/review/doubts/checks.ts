import type { Check } from '../../../model/index.ts';
import { type Look, type Rule, shown } from './look.ts';

export const failedCheck: Rule = ({ figure: { id } }, look) => {
  const failed = (look.checks.get(id) ?? []).filter(({ status }) => status === 'fail');
  const first = failed[0];
  if (!first) return null;
  const own = failed.flatMap(({ suggestions = [] }) => suggestions.filter(({ figure }) => figure === id));
  const values = [...new Set(own.map(({ value }) => value))];
  const { expected, actual } = first;
  const en =
    expected === null || actual === null
      ? 'The figures of the report contradict one another here; compare them with the report.'
      : `The figures of the report contradict one another here: ${shown(actual).en} is written, ${shown(expected).en} follows from the others.`;
  return {
    code: 'failed_check',
    message: { vi: failed.map(({ message }) => message).join(' '), en },
    suggestions: values.map((value) => ({
      label: { vi: `Sửa thành ${shown(value).vi}`, en: `Make it ${shown(value).en}` },
      patch: { value },
    })),
  };
};

/** Figures said twice agree with themselves only. */
const SAID_TWICE = 'repeated';

/** The sums, rates and the like of its report that come out right. */
export const agreeing = (id: string, look: Look): Check[] =>
  (look.checks.get(id) ?? []).filter(({ status, rule }) => status === 'pass' && rule !== SAID_TWICE);
