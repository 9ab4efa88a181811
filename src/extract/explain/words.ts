/** How a rule of src/extract/figures/quantities.ts knows the unit. */
export const UNIT_BY: Readonly<Record<string, string>> = {
  percent_sign: 'the percent sign stands at it',
  currency_sign: 'the currency stands at it',
  foreign_currency: 'a foreign currency stands at it',
  counted_noun: 'the counted noun stands behind it',
  measure_unit: 'the physical unit stands behind it',
  pair: 'the number behind the stroke has it',
  range: 'the other end of the range has it',
  levels: 'the level it rose or fell to has it',
  list: 'the next number of the list has it',
  out_of: 'the number it is out of has it',
  sources: 'the last of the sources listed has it',
  noun_before: 'the noun before it says so',
  currency_left_out: 'so large a sum, or one after words of money, is money',
  component: 'it is a component of the number before the bracket',
  same_count: 'it goes on with the count before it',
  money_column: 'the unit declared for the column of sums',
  unit_declared: 'the unit declared once for the list',
  table_cell: "the table's headings",
};

/** Where a period was taken from (src/extract/time/assign.ts). */
export const PERIOD_FROM: Readonly<Record<string, string>> = {
  'own-words': 'its own words',
  sentence: 'its sentence',
  'clause-end': 'the end of its clause',
  paragraph: 'its paragraph so far',
  list: 'the lead line of its list',
  heading: 'the heading over it',
  document: 'the period the document reports on',
  base: 'the year after that which it is compared with',
  table: "the table's row or column",
  caption: "the table's caption",
  none: 'nothing says when',
};

/** How a rule of src/extract/link saw that a figure is part of another. */
export const PART_BY: Readonly<Record<string, string>> = {
  pair: 'a stroke between part and whole',
  'of-them': 'words like “trong số này”',
  'share-of-them': 'a share said of those counted just before',
  among: 'words like “trong đó”',
  comprises: 'words like “gồm”',
  'out-of': 'words like “trên tổng số”',
  parenthesis: 'a parenthesis of components',
  bullets: 'items under a line',
  namely: 'a list of names with numbers',
  sums: 'the numbers make it exactly',
  places: 'places that make up the whole',
  remainder: 'words like “còn lại”',
  foremost: 'words like “nhiều nhất là”',
  table_total: "the table's total row",
  table_column: "the table's total column",
};
