import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { encodeTcvn3, encodeViqr, encodeVni } from '../../../scripts/renditions/encode.ts';
import { DECODERS, detectEncoding } from './detect.ts';
import { legacyFont } from './fonts.ts';
import { decodeRuns } from './runs.ts';
import { decodeText } from './text.ts';

const SENTENCES = [
  'Toàn huyện còn 1.855 hộ nghèo, chiếm tỷ lệ 7,2%; giảm 312 hộ so với cuối năm trước',
  'đã giải ngân 4,6 tỷ đồng cho 215 lượt hộ vay vốn phát triển sản xuất',
  'cấp phát 12.430 thẻ bảo hiểm y tế cho người nghèo, trẻ em dưới 6 tuổi và cựu chiến binh',
];
const CAPITALS = 'ỦY BAN NHÂN DÂN HUYỆN ĐẠI LỘC, SỞ LAO ĐỘNG – THƯƠNG BINH VÀ XÃ HỘI';

describe('what was written in an older encoding comes back', () => {
  test.each(SENTENCES)('%s', (sentence) => {
    const small = sentence.toLowerCase();
    expect(DECODERS.tcvn3(encodeTcvn3(small))).toBe(small);
    expect(DECODERS.vni(encodeVni(sentence))).toBe(sentence);
    expect(DECODERS.viqr(encodeViqr(sentence))).toBe(sentence);
  });

  test('capitals in VNI and VIQR', () => {
    expect(DECODERS.vni(encodeVni(CAPITALS))).toBe(CAPITALS);
    expect(DECODERS.viqr(encodeViqr(CAPITALS))).toBe(CAPITALS);
  });

  test('any string of Vietnamese letters in TCVN3 and VNI', () => {
    const letters = [
      ...'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ 0123456789.,%',
    ];
    const text = fc.array(fc.constantFrom(...letters), { maxLength: 60 }).map((chars) => chars.join(''));
    fc.assert(fc.property(text, (sample) => DECODERS.tcvn3(encodeTcvn3(sample)) === sample));
    fc.assert(fc.property(text, (sample) => DECODERS.vni(encodeVni(sample)) === sample));
  });
});

describe('an encoding is told by its letters', () => {
  test.each(SENTENCES)('%s', (sentence) => {
    expect(detectEncoding(sentence)).toBe('unicode');
    expect(detectEncoding(encodeTcvn3(sentence.toLowerCase()))).toBe('tcvn3');
    expect(detectEncoding(encodeVni(sentence))).toBe('vni');
    expect(detectEncoding(encodeViqr(sentence))).toBe('viqr');
  });

  test.each([
    "Le Conseil a décidé que l'année dernière les élèves étaient à l'école où ça a été très apprécié.",
    'Die Bevölkerung hätte für größere Übungen Bücher gewählt und müsste später öfter kämpfen.',
    'El año pasado más de 1.000 niños recibieron ayuda según el informe de la región.',
    "Don't you know (a+b)? e.g. the data's so~so. I can't. Ok?",
    '1.855; 7,2%; £ 300; ½; 20° C; § 4; «…»',
    'Bao cao tinh hinh thuc hien chinh sach an sinh xa hoi',
    '',
  ])('what was not detected is not decoded: “%s”', (text) => {
    expect(detectEncoding(text)).toBe('unicode');
  });
});

describe('what a font’s name says', () => {
  test.each([
    [
      'tcvn3',
      false,
      ['.VnTime', '.VnArial', 'ABCDEF+.VnTime,Bold', '.VnTime-Italic', '.VnCentury Schoolbook', 'VnTime'],
    ],
    ['tcvn3', true, ['.VnTimeH', '.VnArialH', 'ABCDEF+.VnTimeH,Bold', '.VnArial NarrowH']],
    ['vni', false, ['VNI-Times', 'VNI-Helve-Condense', 'VNI Aptima', 'QWERTY+VNI-Times,BoldItalic']],
  ] as const)('%s, capitals: %s', (encoding, capitals, names) => {
    for (const name of names) expect([name, legacyFont(name)]).toEqual([name, { encoding, capitals }]);
  });

  test.each([
    'Times New Roman',
    'VNtimes',
    'Vnexpress',
    'Arial',
    'UTM Avo',
    'VNI-Unicode',
    'Vanilla',
    '',
  ])('none: “%s”', (name) => {
    expect(legacyFont(name)).toBeNull();
  });
});

describe('the runs of a document', () => {
  const [first = '', second = ''] = SENTENCES.map((sentence) => sentence.toLowerCase());
  test.each([
    ['unicode', [first, null], [second, 'Times New Roman']],
    ['tcvn3', [encodeTcvn3(first), '.VnTime'], [encodeTcvn3(second), '.VnArial']],
    ['vni', [encodeVni(first), 'VNI-Times'], ['1.855', null]],
    ['mixed', [encodeTcvn3(first), '.VnTime'], [second, 'Times New Roman']],
    ['mixed', [encodeTcvn3(first), '.VnTime'], [encodeVni(second), 'VNI-Times']],
    // Renamed without being converted, and pasted without being renamed.
    ['tcvn3', [encodeTcvn3(first), 'Times New Roman'], [encodeTcvn3(second), '.VnTime']],
    ['unicode', [first, '.VnTime'], [second, '.VnTime']],
    ['mixed', [first, '.VnTime'], [encodeTcvn3(second), '.VnTime']],
  ] as [string, [string, string | null], [string, string | null]][])('%s: %j %j', (encoding, ...runs) => {
    const decoded = decodeRuns(runs.map(([text, font]) => ({ text, font })));
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.texts[0]).toBe(first);
    if (runs[1][0] !== '1.855') expect(decoded.texts[1]).toBe(second);
  });

  test('a font of capitals shows small letters as capitals', () => {
    const runs = [
      { text: encodeTcvn3('ủy ban nhân dân'), font: '.VnTimeH' },
      { text: encodeTcvn3(' huyện đại lộc'), font: '.VnTime' },
    ];
    expect(decodeRuns(runs).texts).toEqual(['ỦY BAN NHÂN DÂN', ' huyện đại lộc']);
  });

  test('a mark of VNI joins the letter of the run before it', () => {
    const written = encodeVni('hộ nghèo, cận nghèo');
    const runs = [...written].map((text) => ({ text, font: 'VNI-Times' }));
    expect(decodeRuns(runs).texts.join('').normalize('NFC')).toBe('hộ nghèo, cận nghèo');
  });
});

describe('plain text', () => {
  const text = `${SENTENCES.join('.\n')}.`;
  const latin1 = (written: string): Buffer => Buffer.from(written, 'latin1');
  test.each([
    ['unicode', [], Buffer.from(text)],
    ['unicode', [], Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['unicode', [], Buffer.from(text.normalize('NFD'))],
    ['vni', ['vni'], latin1(encodeVni(text))],
    ['vni', ['vni'], Buffer.from(encodeVni(text))],
    ['unicode', ['viqr'], latin1(encodeViqr(text))],
  ])('%s %j', (encoding, source, bytes) => {
    const decoded = decodeText(bytes);
    expect({ ...decoded, text: decoded?.text.normalize('NFC') }).toEqual({ text, encoding, source });
  });

  test.each([latin1, Buffer.from])('TCVN3 as bytes, and as Unicode characters of those bytes', (write) => {
    const small = text.toLowerCase();
    expect(decodeText(write(encodeTcvn3(small)))).toEqual({ text: small, encoding: 'tcvn3', source: ['tcvn3'] });
  });

  test('Windows-1258, tones as characters of their own', () => {
    const bytes = Buffer.from([0x68, 0xf4, 0xf2, 0x20, 0x6e, 0x67, 0x68, 0x65, 0xcc, 0x6f, 0x2c, 0x20, 0xfd, 0xf0]);
    expect(decodeText(bytes)).toEqual({ text: 'hộ nghèo, ưđ', encoding: 'unicode', source: ['windows-1258'] });
  });

  test.each([
    'Le Conseil a décidé que les élèves étaient à l’école',
    'Kÿ þ × ÷ ¿ ¡ ¦',
  ])('bytes that are Vietnamese in no encoding: “%s”', (written) => {
    expect(decodeText(latin1(written))).toBeNull();
  });

  test('a line in another encoding than the rest', () => {
    const [first = '', second = ''] = SENTENCES;
    expect(decodeText(Buffer.from(`${first}\n${encodeTcvn3(second.toLowerCase())}`))).toEqual({
      text: `${first}\n${second.toLowerCase()}`,
      encoding: 'mixed',
      source: ['tcvn3'],
    });
  });
});
