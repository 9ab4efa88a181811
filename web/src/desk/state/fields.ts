/** What a person may set of a figure, in the order in which it is told. */
export const FIELDS = [
  'value',
  'unit',
  'unitText',
  'kind',
  'per',
  'comparator',
  'role',
  'indicator',
  'subjects',
  'topic',
  'purpose',
  'period',
  'place',
  'partOf',
  'label',
] as const;
