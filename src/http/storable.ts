/** PostgreSQL's text and jsonb hold neither U+0000 nor half a surrogate pair. */
const storableText = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** Whether every string in `value`, keys too, can be kept and searched for. */
export const storable = (value: unknown): boolean => {
  if (typeof value === 'string') return storableText(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, inner]) => storableText(key) && storable(inner));
};
