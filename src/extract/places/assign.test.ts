import { describe, expect, test } from '@jest/globals';
import { lookup, toPlace } from '../../catalogue/places/index.ts';
import type { SourceDocument, SourceTable } from '../../model/index.ts';
import { assignPlaces } from './index.ts';

const placeOf = (name: string) => {
  const unit = lookup(name);
  return unit && toPlace(unit);
};
const OWN = { place: placeOf('huyện Tây Sơn'), issued: '2023-06' };

/** The digits of `text` are its figures; a block a line. */
function placesIn(text: string, context: Parameters<typeof assignPlaces>[1] = OWN, tables: SourceTable[] = []) {
  let at = 0;
  const blocks: SourceDocument['blocks'] = [];
  for (const line of text.split('\n')) {
    if (line) blocks.push({ span: { start: at, end: at + line.length }, kind: 'paragraph', level: null, bold: false });
    at += line.length + 1;
  }
  const figures = [...text.matchAll(/\d[\d.,]*(?<=\d)/g)].map(({ index, 0: digits }) => ({
    start: index,
    end: index + digits.length,
  }));
  return assignPlaces({ text, blocks, tables }, context, figures).places.map((place) => place?.name ?? null);
}

describe('assignPlaces: in the figure’s own clause', () => {
  test.each<[(string | null)[], string]>([
    [['xã Bình Tân', 'xã Bình Tân'], 'Xây 1 nhà cho hộ nghèo tại xã Bình Tân, số tiền hỗ trợ 65 triệu đồng.'],
    [['xã Tây Thuận', 'xã Tây Thuận'], 'Công ty A tặng 100 triệu đồng cho 20 hộ khó khăn tại xã Tây Thuận.'],
    [['xã Bình Tân', 'xã Tây Phú'], 'Hỗ trợ 12 hộ ở xã Bình Tân, 15 hộ ở xã Tây Phú.'],
    [['xã Bình Tân', 'xã Tây Phú'], 'Trong đó: xã Bình Tân 12 hộ, xã Tây Phú 15 hộ.'],
    [['xã Bình Tân', 'xã Tây Phú'], 'Các xã còn cao: xã Bình Tân (12 hộ), xã Tây Phú (15 hộ).'],
    [['xã Bình Tân', null], 'Tại xã Bình Tân còn 12 hộ; toàn huyện còn 30 hộ.'],
    [[null, 'xã Bình Tân'], 'Toàn huyện xây 30 nhà, riêng xã Bình Tân 5 nhà.'],
    [['xã Bình Tân', null], 'Tỷ lệ nghèo ở xã Bình Tân giảm 5,5%; tỷ lệ hộ cận nghèo giảm 3%.'],
    [['xã Tây Vinh'], 'Tiếp nhận 1 thư viện tại trường Tiểu học xã Tây Vinh.'],
    [['xã Bình Tân', 'xã Bình Tân'], 'Huyện xây dựng 1 mô hình trị giá 500 triệu đồng tại xã Bình Tân.'],
    [['xã Bình Tân', 'xã Tây Phú'], 'Cao nhất là: Bình Tân 120 hộ, Tây Phú 95 hộ.'],
    [[null, null], 'Tây Sơn là huyện có 42% dân số miền núi của tỉnh Bình Định, trong đó có 9 xã vùng cao.'],
    [[null, 'xã Bình Tân', 'xã Tây Phú'], 'Có 2 xã được hỗ trợ gồm xã Bình Tân (30 triệu), xã Tây Phú (40 triệu).'],
    [[null], 'Đoàn xây nhà tại xã Bình Tân và sửa cầu ở xã Tây Phú với tổng trị giá 70 triệu đồng.'],
    [['huyện Nghĩa Hành'], 'Đoàn thăm 7 hộ ở các xã Hành Phước, Hành Nhân (Nghĩa Hành).'],
    [['tỉnh Bình Định', null], 'Toàn tỉnh còn 9.000 hộ; huyện còn 1.855 hộ.'],
  ])('%j', (places, text) => expect(placesIn(text)).toEqual(places));
});

describe('assignPlaces: in a text about no one place', () => {
  test.each<[(string | null)[], string]>([
    [
      ['huyện Sơn Hà', 'huyện Ba Tơ', 'huyện Ba Tơ', 'huyện Minh Long'],
      'Huyện Sơn Hà hơn 33 tỷ đồng; Ba Tơ hơn 14 tỷ đồng, hỗ trợ 590 hộ; Minh Long 11 tỷ đồng.',
    ],
    [['huyện Mù Cang Chải'], 'Tập đoàn hỗ trợ huyện Mù Cang Chải 300 tỷ đồng.'],
    [['xã Bình Trị', 'xã Bình Trị'], 'Tại xã Bình Trị (Bình Sơn), Đoàn hỗ trợ 10 hộ. Tại đây, 4 cụ được mừng thọ.'],
  ])('%j', (places, text) => expect(placesIn(text, { place: null, issued: null })).toEqual(places));
});

describe('assignPlaces: set by what stands before', () => {
  test('a speaker holds for the paragraph, until the document’s own place comes back', () => {
    const text =
      'Ông Lê Văn An, Bí thư Đảng ủy xã Bình Tân cho biết: Xã vận động được 50 triệu đồng. Có 96% hộ dùng nước sạch. Toàn huyện có 80%.\nNăm nay tặng 20 suất quà.';
    expect(placesIn(text)).toEqual(['xã Bình Tân', 'xã Bình Tân', null, null]);
  });

  test('a sentence that opens with the place', () => {
    expect(placesIn('Tại xã Bình Tân, đời sống được nâng lên. Đến nay còn 12 hộ nghèo.')).toEqual(['xã Bình Tân']);
  });

  test('the lead line of a list', () => {
    expect(placesIn('Riêng xã Bình Tân đạt kết quả sau:\n- Xây 5 nhà.\n- Cấp 120 thẻ.\nTặng 30 suất quà.')).toEqual([
      'xã Bình Tân',
      'xã Bình Tân',
      null,
    ]);
  });
});

describe('assignPlaces: several places and the country', () => {
  test.each<[(string | null)[], string]>([
    [[null], 'Tại các xã Bình Tân, Tây Phú và Tây Thuận xây 12 nhà cho hộ nghèo.'],
    [[null], 'Xã Bình Tân và xã Tây Phú có 12 hộ thoát nghèo.'],
    [[null, null], 'Hộ nghèo tập trung ở 2 xã: Bình Tân, Tây Phú với 120 hộ.'],
    [['xã Bình Tân', 'xã Tây Phú'], 'Các xã còn nhiều: Bình Tân 12 hộ, Tây Phú 15 hộ.'],
    [['xã Bình Tân', 'xã Tây Phú'], 'Trong đó, xã Bình Tân: 1.200 hộ; Tây Phú: 900 hộ.'],
    [
      ['xã Bình Tân', 'xã Bình Tân', 'xã Bình Tân'],
      'Hỗ trợ xã Bình Tân 60 hộ; trong đó có 40 hộ nghèo; 20 hộ cận nghèo.',
    ],
    [['xã Bình Tân', 'xã Bình Tân'], 'Xã Bình Tân có 60 hộ nghèo. Nhờ đó tỷ lệ hộ nghèo của xã còn 11,07%.'],
    [['xã Bình Tân', 'xã Tây Phú', null], 'Xã Bình Tân còn 12 hộ, xã Tây Phú còn 15 hộ. Năm sau giảm 10 hộ.'],
    [['Việt Nam', null], 'Cả nước còn 12 huyện nghèo. Năm nay xây 5 nhà.'],
    [['Việt Nam'], 'Tỷ lệ người khuyết tật ở Việt Nam là 3,7%.'],
  ])('%j', (places, text) => expect(placesIn(text)).toEqual(places));
});

describe('assignPlaces: bodies that act, and where they act', () => {
  const province = { place: placeOf('tỉnh Bình Định'), issued: '2018-06' };
  const none = { place: null, issued: null };
  test.each<[(string | null)[], string, Parameters<typeof assignPlaces>[1]]>([
    [
      ['xã Bình Tân', 'xã Bình Tân'],
      'Hội Chữ thập đỏ huyện Tây Sơn cùng các nhà tài trợ trao 50 thùng sữa, 20 xe đạp cho bà con tại xã Bình Tân.',
      OWN,
    ],
    [[null, 'xã Bình Tân'], 'UBND huyện Tây Sơn hỗ trợ 50 hộ, trong đó có 20 hộ ở xã Bình Tân.', OWN],
    [['tỉnh Phú Yên'], 'Tại tỉnh Phú Yên, đoàn trao cho Hội Phụ nữ tỉnh 50 triệu đồng.', province],
    [['tỉnh Phú Yên', null], 'Tại tỉnh Phú Yên có 50 hộ. Sau đó tỉnh hỗ trợ thêm 30 hộ.', province],
    [[null, 'tỉnh Phú Yên'], 'Qua 5 năm, Hội Khuyến học tỉnh Phú Yên đã trao 50 suất học bổng.', none],
    [['huyện Tuy An'], 'Nhiều nơi làm tốt như Mặt trận huyện Tuy An vận động 50 triệu đồng.', none],
    [[null, null, null], 'Có 73 xã thuộc 5 huyện An Lão, Vân Canh, Hoài Ân với 300 hộ.', province],
    [['huyện Vân Canh'], 'Tặng 50 suất quà cho huyện kết nghĩa Vân Canh.', province],
  ])('%j', (places, text, own) => expect(placesIn(text, own)).toEqual(places));
});

describe('assignPlaces: told on', () => {
  const none = { place: null, issued: null };
  test.each<[(string | null)[], string, Parameters<typeof assignPlaces>[1]]>([
    [
      ['tỉnh Phú Yên', 'tỉnh Phú Yên', 'tỉnh Phú Yên'],
      'Trao học bổng cho 20 em ở tỉnh Phú Yên. Mỗi suất trị giá 2 triệu đồng, tổng giá trị 40 triệu đồng.',
      none,
    ],
    [
      ['xã Bình Tân', 'xã Bình Tân'],
      'Công ty sẽ hỗ trợ 90 triệu đồng cho xã Bình Tân.\nTrước mắt giải ngân 30 triệu đồng.',
      OWN,
    ],
    [
      ['tỉnh Phú Yên', 'tỉnh Phú Yên'],
      'Dự án cấp điện tại tỉnh Phú Yên cho 90 hộ; giai đoạn sau cấp điện cho 70 hộ trên địa bàn tỉnh.',
      none,
    ],
    [['xã Bình Tân', null], 'Công ty hỗ trợ 90 hộ ở xã Bình Tân. Trung tâm đã mở 3 lớp.', OWN],
    [['xã Bình Tân', 'xã Tây Phú', null], 'Hỗ trợ 12 hộ ở xã Bình Tân, 15 hộ ở xã Tây Phú. Mỗi hộ 5 triệu đồng.', OWN],
    [[null], 'Xã giáp với xã Tây Phú, có 4 thôn.', OWN],
    [['xã Bình Tân'], 'Hỗ trợ nhà bà Lê Thị Ba, trú thôn An Bình, xã Bình Tân 60 triệu đồng.', OWN],
    [['thôn An Bình'], 'Trao 20 suất quà cho bà con thôn An Bình, xã Bình Tân.', OWN],
  ])('%j', (places, text, own) => expect(placesIn(text, own)).toEqual(places));
});

describe('assignPlaces: which of the units of that name', () => {
  const told = (text: string, own: string | null) => {
    const context = { place: own === null ? null : placeOf(own), issued: null };
    const figure = /\d+(?= hộ)/.exec(text) as RegExpExecArray;
    const span = { start: figure.index, end: figure.index + figure[0].length };
    const blocks: SourceDocument['blocks'] = [
      { span: { start: 0, end: text.length }, kind: 'paragraph', level: null, bold: false },
    ];
    const { places, messages } = assignPlaces({ text, blocks }, context, [span]);
    return { place: places[0] ?? null, messages };
  };

  test.each([
    ['29773', 'huyện Bình Tân', 'Xã Tân Hưng có 35 hộ.', 'tỉnh Vĩnh Long'],
    ['29773', 'the units named with it', 'Xã Tân Hưng, huyện Bình Tân, tỉnh Vĩnh Long có 35 hộ.', null],
    [
      '29773',
      'the units named with it, in another province’s report',
      'Xã Tân Hưng (huyện Bình Tân, Vĩnh Long) có 35 hộ.',
      'tỉnh Bình Định',
    ],
    ['29773', 'the district named before', 'Huyện Bình Tân thuộc tỉnh Vĩnh Long. Tại xã Tân Hưng có 35 hộ.', null],
  ])('%s by %s', (code, _, text, own) => {
    const { place, messages } = told(text, own);
    expect(place?.code).toBe(code);
    expect(messages).toEqual([]);
  });

  test('left open with its candidates where nothing settles it', () => {
    const { place, messages } = told('Tại xã Tân Hưng có 35 hộ.', null);
    expect(place).toMatchObject({ name: 'xã Tân Hưng', code: null, current: null });
    expect(place?.candidates).toContainEqual({ name: 'xã Tân Hưng, huyện Bình Tân, tỉnh Vĩnh Long', code: '29773' });
    expect(place?.candidates?.length).toBeGreaterThan(10);
    expect(messages).toMatchObject([{ code: 'place_ambiguous', severity: 'warning', span: { start: 4, end: 15 } }]);
    expect(messages[0]?.message).toContain('huyện Vĩnh Bảo, thành phố Hải Phòng (11857)');
  });

  test('a commune of another province is not taken for one’s own', () => {
    const { place } = told('Tại xã Trà Côn có 35 hộ.', 'tỉnh Bình Định');
    expect(place).toMatchObject({ code: null, candidates: [{ code: '29836' }] });
  });

  test.each([
    ['xã Tân Hưng', 'Tại xã Tân Hưmg có 35 hộ.'],
    ['xã Trà Côn', 'Tại xã Trà Côn (Trà Ôn) có 35 hộ.'],
    ['xã Hựu Thành', 'Tại xã Hưu Thành có 35 hộ.'],
    ['huyện Trà Ôn', 'Tại huyện Trà Ơn có 35 hộ.'],
  ])('%s with one letter damaged', (name, text) => {
    const { place, messages } = told(text, 'tỉnh Vĩnh Long');
    expect(place?.name).toBe(name);
    expect(place?.code).not.toBeNull();
    expect(messages.map(({ code }) => code)).toEqual(text.includes(name) ? [] : ['place_name_repaired']);
  });

  test.each([
    'Tại xã Tâm Hưmg có 35 hộ.',
    'Tại xã Hòa Bỉnh Không có 35 hộ.',
  ])('more than one letter is not repaired: %s', (text) => expect(told(text, 'tỉnh Vĩnh Long').place?.code).toBeNull());
});

describe('assignPlaces: refusals', () => {
  test.each([
    'Phối hợp với Sở Y tế tỉnh Long An khám cho 400 người.',
    'Doanh nghiệp ở TP. Hồ Chí Minh tặng 150 suất quà.',
    'Tại huyện Tây Sơn có 300 lao động tham gia.',
    'Ủy ban nhân dân huyện Tây Sơn cấp 120 thẻ.',
    'Trung tâm Dịch vụ việc làm tỉnh Bình Định tổ chức 5 phiên.',
    'Trên địa bàn huyện còn 12 hộ nghèo, thấp hơn huyện Phù Cát.',
    'Đại hội đại biểu toàn quốc trao 12 bằng khen.',
    'Tỷ lệ hộ nghèo thấp hơn bình quân cả nước 2%.',
    'Có 12 xã đạt chuẩn quốc gia về y tế.',
    'Quà của tỉnh 3.954 suất, quà của huyện 120 suất.',
    'Báo Bình Định trao 20 suất quà.',
    'Hội nghị tổng kết tại Hà Nội có 300 đại biểu.',
    'Sáng 5/6, tại Hà Nội, Bộ tổ chức hội nghị tổng kết với 300 đại biểu.',
    'Tây Sơn, ngày 5 tháng 6 có 12 hộ.',
    'Có 12 hộ ở đường Hà Giang.',
  ])('%s', (text) => expect(placesIn(text).every((name) => name === null)).toBe(true));
});

test('codes are looked up within the document’s own place; an unknown name has none', () => {
  const text = 'Tại xã Bình Tân có 12 hộ. Tại xã Bình Không có 5 hộ.';
  const figures = [text.indexOf('12'), text.indexOf('5')].map((start) => ({ start, end: start + 1 }));
  const blocks: SourceDocument['blocks'] = [
    { span: { start: 0, end: text.length }, kind: 'paragraph', level: null, bold: false },
  ];
  const [known, unknown] = assignPlaces({ text, blocks }, OWN, figures).places;
  expect(known).toMatchObject({ level: 'commune', province: { name: 'tỉnh Bình Định', code: '52' } });
  expect(known?.code).toMatch(/^\d{5}$/);
  expect(unknown).toMatchObject({ name: 'xã Bình Không', code: null });
});

test('a document without a place of its own names every place', () => {
  const none = { place: null, issued: null };
  expect(placesIn('Cấp 500 tấn gạo cho tỉnh Thanh Hóa, 300 tấn cho tỉnh Nghệ An. Cả nước còn 12 xã.', none)).toEqual([
    'tỉnh Thanh Hóa',
    'tỉnh Nghệ An',
    null,
  ]);
});

test('rows of a table are about the place they name, its total row about the document’s own', () => {
  const rows = [
    ['TT', 'Xã, thị trấn', 'Hộ nghèo'],
    ['1', 'Thị trấn Phú Phong', '76'],
    ['2', 'Bình Tân', '69'],
    ['', 'Tổng cộng', '145'],
  ];
  const text = rows.map((row) => row.join('\t')).join('\n');
  let at = 0;
  const cells = rows.map((row) =>
    row.map((cell) => {
      const span = { start: at, end: at + cell.length };
      at = span.end + 1;
      return { text: cell, span, colSpan: 1, rowSpan: 1 };
    }),
  );
  const figures = ['76', '69', '145'].map((digits) => ({
    start: text.indexOf(digits),
    end: text.indexOf(digits) + digits.length,
  }));
  const table = { span: { start: 0, end: text.length }, rows: cells, headerRows: 1 };
  const block = { span: table.span, kind: 'table' as const, level: null, bold: false };
  const { places } = assignPlaces({ text, blocks: [block], tables: [table] }, OWN, figures);
  expect(places.map((place) => place && [place.name, place.code !== null])).toEqual([
    ['thị trấn Phú Phong', true],
    ['xã Bình Tân', true],
    null,
  ]);
});
