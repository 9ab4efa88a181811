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

/** A sum, rate or the like of its report comes out right. */
export const agrees = (id: string, look: Look): boolean =>
  (look.checks.get(id) ?? []).some(({ status, rule }) => status === 'pass' && rule !== SAID_TWICE);
