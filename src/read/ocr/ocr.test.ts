import { describe, expect, test } from '@jest/globals';
import { isWorthless } from '../vietnamese/worth.ts';
import { type Frame, FrameReader, outcomeFrame, pageFrame, pictureFrame } from './frames.ts';
import { wordsOfHocr } from './hocr.ts';

const PAGE = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><body><div class='ocr_page' title='image "x"; bbox 0 0 1672 2353'>
<span class='ocr_line' title="bbox 174 235 654 270; baseline 0.01 -9; x_size 34; x_descenders 8; x_ascenders 8">
<span class='ocrx_word' title='bbox 174 235 274 269; x_wconf 96'>Tây</span>
<span class='ocrx_word' title='bbox 374 237 474 266; x_wconf 40'><strong>1.855</strong></span>
<span class='ocrx_word' title='bbox 480 237 490 266; x_wconf 95'> </span>
<span class='ocrx_word' title='bbox 500 237 600 266; x_wconf 90'>A&amp;B</span></span></div></body></html>`;

test('hOCR gives words with their boxes, baselines and confidence', () => {
  expect(wordsOfHocr(PAGE)).toEqual([
    { text: 'Tây', x: 174, y: 261.5, width: 100, top: 235, bottom: 269, size: 34, confidence: 0.96 },
    { text: '1.855', x: 374, y: 263.5, width: 100, top: 237, bottom: 266, size: 34, confidence: 0.4 },
    expect.objectContaining({ text: 'A&B', confidence: 0.9 }),
  ]);
});

describe('frames', () => {
  const image = { width: 3, height: 2, dpi: 200, data: Uint8Array.of(1, 2, 3, 4, 5, 6) };
  const stream = Buffer.concat([
    ...pictureFrame(7, image),
    ...pageFrame(),
    ...pictureFrame(8, { ...image, block: true }),
    ...outcomeFrame(Buffer.from('{"a":1}')),
  ]);

  test.each([1, 5, 26, 1000])('are put together from chunks of %d bytes', (size) => {
    const reader = new FrameReader({ picture: 100, outcome: 100 });
    const frames: Frame[] = [];
    for (let at = 0; at < stream.length; at += size)
      frames.push(...(reader.push(stream.subarray(at, at + size)) ?? []));
    const told = (frame: Frame) => {
      if (frame.kind === 'picture') return [frame.id, frame.image.block ?? false, [...frame.image.data]];
      return frame.kind === 'outcome' ? frame.bytes.toString() : frame.kind;
    };
    expect(frames.map(told)).toEqual([
      [7, false, [1, 2, 3, 4, 5, 6]],
      'page',
      [8, true, [1, 2, 3, 4, 5, 6]],
      '{"a":1}',
    ]);
  });

  test('that are too large, or none, are refused', () => {
    expect(new FrameReader({ picture: 5, outcome: 100 }).push(stream)).toBeNull();
    expect(new FrameReader({ picture: 100, outcome: 100 }).push(Buffer.from('no frame, but long enough'))).toBeNull();
  });
});

const VIETNAMESE =
  'Toàn huyện có 1.855 hộ nghèo với 4.839 nhân khẩu, chiếm tỷ lệ 4,82%; hộ cận nghèo có 3.331 hộ với 8.992 nhân khẩu.';
test.each<[boolean, string, string, boolean]>([
  [false, 'Vietnamese over a picture', VIETNAMESE, true],
  [false, 'Vietnamese alone', VIETNAMESE, false],
  [
    true,
    'Vietnamese read as English over a picture',
    'Toan huyén c6 1.855 h6 nghéo voi 4.839 nhan khau, chiém ty 1é 4,82%; hd can nghéo c6 3.331 ho vdi 8.992 nhan khau.',
    true,
  ],
  [true, 'glyphs without letters', '\ue001\ue002\ue003 \ue004\ue005 '.repeat(20), false],
  [
    false,
    'English alone',
    'The number of poor households fell by a third between the two surveys, said the report of the province. '.repeat(
      2,
    ),
    false,
  ],
  [
    false,
    'TCVN3, which is decoded elsewhere',
    'Toµn huyÖn cã 1.855 hé nghÌo víi 4.839 nh©n khÈu, chiÕm tû lÖ 4,82%; hé cËn nghÌo cã 3.331 hé víi 8.992 nh©n khÈu',
    true,
  ],
  [false, 'too little to tell', 'Scanned by CamScanner', true],
])('worthless %s: %s', (expected, _, text, overPicture) => {
  expect(isWorthless(text, overPicture)).toBe(expected);
});
