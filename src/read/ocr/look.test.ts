import { expect, test } from '@jest/globals';
import { drawn } from '../../../tests/read/drawn.ts';
import { type CellBox, stackOf } from './cells.ts';
import { lookAt } from './look.ts';
import type { OcrReply, PageImage } from './recognise.ts';

/** Two cells of a page at 100 dpi. */
const PAGE = { ...drawn(['', '', '', '   ##', '', '', '               ##', '', '                    '], 10), dpi: 100 };
const LEFT: CellBox = { x1: 10, y1: 20, x2: 90, y2: 50 };
const RIGHT: CellBox = { x1: 110, y1: 50, x2: 190, y2: 80 };

type Said = [text: string, confidence: number][];

/** What an engine says of the picture of `cells` drawn larger by `scale`: words 20 pixels wide of the page, side by side. */
function hocr(cells: readonly CellBox[], scale: number, said: readonly Said[]): string {
  const { slots } = stackOf(PAGE, cells, 100, scale) ?? { slots: [] };
  const words = slots.flatMap((slot, i) =>
    (said[i] ?? []).map(([text, confidence], at) => {
      const [x, top] = [(slot.cell.x1 + 20 + 25 * at - slot.dx) * scale, ((slot.top + slot.bottom) / 2) * scale - 8];
      const box = [x, top, x + 20 * scale, top + 16].map(Math.round).join(' ');
      return `<span class='ocr_line' title='bbox ${box}; baseline 0 0; x_size 16'><span class='ocrx_word' title='bbox ${box}; x_wconf ${confidence}'>${text}</span></span>`;
    }),
  );
  return `<html><body>${words.join('')}</body></html>`;
}

/** What is read of the two cells where the engine answers one look after another so. */
async function lookedAt(...answers: OcrReply[]): Promise<{ texts: string[][] | null; pictures: PageImage[] }> {
  const pictures: PageImage[] = [];
  const look = await lookAt(PAGE, [LEFT, RIGHT], async (picture) => {
    pictures.push(picture);
    return answers[pictures.length - 1] ?? { failure: 'failed' };
  });
  return { texts: look && [LEFT, RIGHT].map((cell) => (look.get(cell) ?? []).map(({ text }) => text)), pictures };
}
const reply = (...given: Parameters<typeof hocr>): OcrReply => ({ engine: 'e', hocr: hocr(...given) });
const BOTH = [LEFT, RIGHT];

test.each<[what: string, texts: string[][], looks: number, answers: OcrReply[]]>([
  ['cells that are sure are looked at once', [['640'], ['31']], 1, [reply(BOTH, 1.5, [[['640', 96]], [['31', 90]]])]],
  [
    'a doubtful cell is looked at again, larger, and alone',
    [['640'], ['31']],
    2,
    [reply(BOTH, 1.5, [[['640', 96]], [['Ji', 30]]]), reply([RIGHT], 2, [[['31', 90]]])],
  ],
  [
    'a cell that was not read is looked at again',
    [['640'], ['31']],
    2,
    [reply(BOTH, 1.5, [[['640', 96]], []]), reply([RIGHT], 2, [[['31', 60]]])],
  ],
  [
    'what is less sure changes nothing',
    [['640'], ['31']],
    2,
    [reply(BOTH, 1.5, [[['640', 96]], [['31', 50]]]), reply([RIGHT], 2, [[['Ji', 40]]])],
  ],
  [
    'nor what loses a word',
    [['640'], ['Quý', 'II/2024']],
    2,
    [
      reply(BOTH, 1.5, [
        [['640', 96]],
        [
          ['Quý', 96],
          ['II/2024', 0],
        ],
      ]),
      reply([RIGHT], 2, [[['Quý', 96]]]),
    ],
  ],
  [
    'an engine that fails on the second look leaves the first',
    [['640'], ['Ji']],
    2,
    [reply(BOTH, 1.5, [[['640', 96]], [['Ji', 30]]]), { failure: 'timed_out' }],
  ],
])('%s', async (_, texts, looks, answers) => {
  const found = await lookedAt(...answers);
  expect(found.texts).toEqual(texts);
  expect(found.pictures).toHaveLength(looks);
});

test('an engine that fails at once reads no cell', async () => {
  expect((await lookedAt({ failure: 'timed_out' })).texts).toBeNull();
});

test('words of cells have one size, and those of a row one baseline', async () => {
  const look = await lookAt(PAGE, [LEFT], async () =>
    reply([LEFT], 1.5, [
      [
        ['Tổng', 96],
        ['31', 96],
      ],
    ]),
  );
  const words = [...(look?.values() ?? [])].flat();
  expect(words.map(({ text, inCell }) => [text, inCell])).toEqual([
    ['Tổng', true],
    ['31', true],
  ]);
  expect(new Set(words.map(({ y }) => y)).size).toBe(1);
});
