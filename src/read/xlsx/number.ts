/**
 * Numbers as a Vietnamese spreadsheet shows them: "." between thousands, "," before decimals, as many of them as the
 * cell's format asks for (ECMA-376 part 1, 18.8.31). Formats that are not of this kind show the value as it is kept.
 */
const GENERAL_DIGITS = 10;

/** The text of a number in a cell of `format` ("General", "#,##0", "0.0%", "#,##0.00 _₫"). */
export function shownNumber(value: number, format: string | undefined): string {
  const section = sectionFor(value, format ?? 'General');
  const pattern = /[#0?][#0?,]*(?:\.[#0?]+)?,*/.exec(section);
  if (!pattern || /General/i.test(section) || /E[+-]/i.test(section)) return general(value);
  const percent = section.includes('%');
  const scaled = (percent ? value * 100 : value) / 1000 ** (/,*$/.exec(pattern[0])?.[0].length ?? 0);
  const [, decimals = ''] = pattern[0].replace(/,+$/, '').split('.');
  const text = rounded(Math.abs(scaled), /^[0?]*/.exec(decimals)?.[0].length ?? 0, decimals.length);
  const grouped = /[#0?],[#0?]/.test(pattern[0]) ? thousands(text) : text;
  const sign = scaled < 0 ? '-' : '';
  return `${sign}${grouped.replace('\u0000', ',')}${percent ? '%' : ''}`;
}

/** Formats have up to four sections: positive, negative, zero, text. Quoted words and colours are no pattern. */
function sectionFor(value: number, format: string): string {
  const sections = format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '').split(';');
  const index = value < 0 && sections.length > 1 ? 1 : value === 0 && sections.length > 2 ? 2 : 0;
  return sections[index] ?? '';
}

/** Digits with "\u0000" for the decimal point; zeros beyond `least` decimals are left out. */
function rounded(value: number, least: number, most: number): string {
  const [whole = '0', decimals = ''] = value.toFixed(Math.min(20, most)).split('.');
  const kept = decimals.slice(0, least) + decimals.slice(least).replace(/0+$/, '');
  return kept === '' ? whole : `${whole}\u0000${kept}`;
}

const thousands = (text: string): string => text.replace(/^\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, '.'));

function general(value: number): string {
  const text = String(Number(value.toPrecision(GENERAL_DIGITS)));
  return /e/i.test(text) ? BigInt(Math.round(value)).toString() : text.replace('.', ',');
}
