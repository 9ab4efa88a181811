/** RTF files made to break, mislead, swell or stall their readers. */
import { type HostileFile, times } from './file.ts';

const rtf = (body: string): Buffer =>
  Buffer.from(`{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}\\f0 ${body}}`, 'latin1');
const GOOD = '1.855 households';
const says = GOOD;

export const RTF: HostileFile[] = [
  {
    name: 'far pictures, templates and objects.rtf',
    comesTo: ['read'],
    make: ({ url, secret }) =>
      rtf(
        [
          `${GOOD}\\par`,
          `{\\*\\template ${url}/template.dot}`,
          `{\\field{\\*\\fldinst INCLUDEPICTURE "${url}/picture.png" \\\\d}{\\fldrslt picture}}`,
          `{\\field{\\*\\fldinst INCLUDETEXT "${secret}"}{\\fldrslt text}}`,
          `{\\field{\\*\\fldinst DDEAUTO cmd "/c calc"}{\\fldrslt dde}}`,
          `{\\object\\objautlink\\objupdate{\\*\\objdata 0105000002000000}{\\result object}}`,
          `{\\*\\filetbl{\\file\\fid0 ${secret}}}{\\subdocument 0}`,
        ].join(''),
      ),
    says,
  },
  {
    name: 'groups 2,000,000 deep.rtf',
    comesTo: ['read', 'bomb', 'damaged'],
    make: () => rtf(`${GOOD}${'{'.repeat(2_000_000)}${'}'.repeat(2_000_000)}`),
  },
  { name: 'groups that never end.rtf', comesTo: ['damaged'], make: () => rtf('{'.repeat(20_000_000)) },
  {
    name: 'notes in notes.rtf',
    comesTo: ['read', 'bomb', 'damaged'],
    make: () => rtf(`${GOOD}${'{\\footnote x'.repeat(200_000)}${'}'.repeat(200_000)}`),
  },
  { name: 'bytes to skip without end.rtf', comesTo: ['damaged'], make: () => rtf(`${GOOD}\\bin9999999999 x`) },
  {
    name: 'fewer than no bytes to skip.rtf',
    comesTo: ['read'],
    make: () => rtf(`${GOOD}\\bin-9999999999 x\\uc-5\\u-99999999999 ?`),
    says,
  },
  {
    name: 'words without end.rtf',
    comesTo: ['too_large', 'read', 'damaged'],
    make: () => rtf(`${GOOD}\\${'a'.repeat(10_000_000)}`),
  },
  {
    name: 'twelve million coded letters.rtf',
    comesTo: ['read', 'too_large', 'bomb'],
    make: () => rtf("\\'e1".repeat(12_000_000)),
  },
  {
    name: 'three million letters, paragraph by paragraph.rtf',
    comesTo: ['read', 'too_large', 'bomb', 'out_of_memory'],
    make: () => rtf('a\\par '.repeat(3_000_000)),
  },
  {
    name: 'two million letters, each a run.rtf',
    comesTo: ['read', 'too_large', 'bomb', 'timed_out'],
    make: () => rtf('\\b a\\b0 b'.repeat(1_000_000)),
  },
  { name: '20 million empty groups.rtf', comesTo: ['too_large'], make: () => rtf('{}'.repeat(20_000_000)) },
  {
    name: 'formats that change without a letter.rtf',
    comesTo: ['too_large', 'empty', 'timed_out'],
    make: () => rtf('\\b'.repeat(20_000_000)),
  },
  {
    name: 'a row of 100,000 cells.rtf',
    comesTo: ['read', 'bomb', 'too_large'],
    make: () =>
      rtf(`\\trowd${times(100_000, (i) => `\\cellx${i * 100}`)}\\intbl ${times(100_000, (i) => `${i}\\cell `)}\\row`),
  },
  {
    name: '60,000 rows with edges of their own.rtf',
    comesTo: ['read', 'bomb', 'too_large'],
    make: () => rtf(times(60_000, (i) => `\\trowd\\cellx${i * 100}\\cellx${i * 100 + 50}\\intbl a\\cell b\\cell\\row`)),
  },
  {
    name: '200,000 cells merged into one.rtf',
    comesTo: ['read', 'bomb', 'too_large'],
    make: () =>
      rtf(
        `${times(200_000, (i) => `\\trowd${i > 0 ? '\\clvmrg' : ''}\\cellx100\\cellx200\\intbl a\\cell b\\cell\\row`)}`,
      ),
  },
  {
    name: 'edges out of all bounds.rtf',
    comesTo: ['read'],
    make: () => rtf(`\\trowd\\cellx-2147483648\\cellx9999999999\\intbl ${GOOD}\\cell 2\\cell 3\\cell\\row`),
    says,
  },
  {
    name: 'a million fonts.rtf',
    comesTo: ['read', 'bomb', 'too_large'],
    make: () => Buffer.from(`{\\rtf1{\\fonttbl${times(1_000_000, (i) => `{\\f${i} F${i};}`)}}${GOOD}}`),
  },
  {
    name: 'a million fonts in use.rtf',
    comesTo: ['read', 'bomb', 'too_large'],
    make: () =>
      Buffer.from(
        `{\\rtf1{\\fonttbl${times(300_000, (i) => `{\\f${i} F${i};}`)}}${times(300_000, (i) => `\\f${i} hộ `)}}`,
        'latin1',
      ),
  },
  {
    name: 'an unknown code page.rtf',
    comesTo: ['read'],
    make: () => Buffer.from(`{\\rtf1\\ansicpg999999999 ${GOOD}\\'e1}`),
    says,
  },
];
