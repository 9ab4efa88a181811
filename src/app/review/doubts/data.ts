import type { FigurePatch } from '../../../model/index.ts';
import type { Rule } from './look.ts';

const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

export const valueNotANumber: Rule = ({ unreadable }) =>
  'value' in unreadable
    ? {
        code: 'value_not_a_number',
        message: {
          vi: `Giá trị đang lưu (${written(unreadable.value)}) không phải là số. Hãy nhập lại giá trị theo bản gốc.`,
          en: `The stored value (${written(unreadable.value)}) is no number. Enter the value of the report again.`,
        },
        suggestions: [],
      }
    : null;

export const periodReversed: Rule = ({ figure: { period } }) =>
  period && period.start > period.end
    ? {
        code: 'period_reversed',
        message: {
          vi: `Kỳ số liệu kết thúc (${period.end}) trước khi bắt đầu (${period.start}). Hãy sửa lại kỳ.`,
          en: `The period ends (${period.end}) before it starts (${period.start}). Correct it.`,
        },
        suggestions: [
          {
            label: { vi: 'Đổi chỗ hai ngày', en: 'Swap the two days' },
            patch: { period: { start: period.end, end: period.start } },
          },
        ],
      }
    : null;

const CODES = ['kind', 'unit', 'comparator', 'role', 'indicator', 'subjects', 'topic', 'purpose'] as const;
/** Fields that may be left open: clearing them is a way out. */
const CLEARED: Partial<Record<(typeof CODES)[number], FigurePatch>> = {
  indicator: { indicator: null },
  purpose: { purpose: null },
};

export const unknownCode: Rule = ({ figure, unreadable }) => {
  const fields = CODES.filter((field) => field in unreadable);
  if (fields.length === 0) return null;
  const named = fields.map((field) => `${field}: ${written(unreadable[field])}`).join('; ');
  const cleared = fields.map((field) => (field === 'subjects' ? { subjects: figure.subjects } : CLEARED[field]));
  const patch: FigurePatch = Object.assign({}, ...cleared);
  return {
    code: 'unknown_code',
    message: {
      vi: `Danh mục không còn mã này (${named}). Hãy chọn mã khác; mã cũ vẫn được giữ trong lịch sử.`,
      en: `The catalogue no longer has this code (${named}). Choose another; the old one stays in the history.`,
    },
    suggestions: cleared.every((one) => one !== undefined)
      ? [{ label: { vi: 'Bỏ mã cũ', en: 'Clear the old code' }, patch }]
      : [],
  };
};

export const unknownWhole: Rule = ({ figure: { partOf } }, { figures }) =>
  partOf !== null && !figures.has(partOf)
    ? {
        code: 'unknown_whole',
        message: {
          vi: 'Số tổng mà số liệu này thuộc về không còn trong báo cáo. Hãy chọn số tổng khác hoặc bỏ liên kết.',
          en: 'The whole that this figure is a part of is no longer in the report. Choose another or clear the link.',
        },
        suggestions: [{ label: { vi: 'Bỏ liên kết', en: 'Clear the link' }, patch: { partOf: null } }],
      }
    : null;
