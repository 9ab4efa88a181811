import { expect, test } from '@jest/globals';
import { drawn } from '../../../tests/read/drawn.ts';
import { bandsOf } from './cuts.ts';

/** Letters of 10 pixels; gaps from 4.2 pixels on part cells: two signs of 2 pixels do not, three do. */
const [SIDE, SIZE, THRESHOLD] = [2, 10, 128];

test.each<[what: string, boxes: string[][], picture: string[]]>([
  ['words of a line are one box', [['0-10,0-2']], ['## ##']],
  ['words too far apart are two', [['0-4,0-2', '10-14,0-2']], ['##   ##']],
  ['lines that paper parts are bands', [['0-4,0-2'], ['0-4,10-12']], ['##', '', '', '', '', '##']],
  [
    'a number between the lines of the cell beside it is a box of its own',
    [['0-6,0-8', '0-6,16-24', '14-18,8-16']],
    ['###', '###', '###', '###', '       ##', '       ##', '       ##', '       ##', '###', '###', '###', '###'],
  ],
  [
    'a heading over two columns leaves them apart below it',
    [['2-18,0-8'], ['0-4,14-22', '14-18,14-22']],
    [
      ' ########',
      ' ########',
      ' ########',
      ' ########',
      '',
      '',
      '',
      '##     ##',
      '##     ##',
      '##     ##',
      '##     ##',
    ],
  ],
  ["a letter's mark below it is of its line", [['0-6,0-12']], ['###', '###', '###', '###', '', ' # ']],
  ['dust is nothing', [], ["   '", '', "'"]],
])('%s', (_, boxes, picture) => {
  const found = bandsOf(drawn(picture, SIDE), THRESHOLD, SIZE);
  expect(found.map((band) => band.map(({ x1, x2, y1, y2 }) => `${x1}-${x2},${y1}-${y2}`))).toEqual(boxes);
});
