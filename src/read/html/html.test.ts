import { describe, expect, test } from '@jest/globals';
import { encodeTcvn3 } from '../../../scripts/renditions/encode.ts';
import { readHtml } from './read-html.ts';

const read = (html: string, encoding: BufferEncoding = 'utf8') => readHtml(Buffer.from(html, encoding));
const lines = (html: string): string[] => read(html).text.split('\n').filter(Boolean);

describe('text', () => {
  test.each([
    ['Hộ nghèo và cận nghèo', '<p>Hộ <b>nghèo</b>\n  và&nbsp;cận nghèo</p>'],
    ['1.200 m²', '<p>1.200 m<sup>2</sup></p>'],
    ['1.855 hộ', '<p>1.855 hộ<sup>1</sup></p>'],
    ['còn lại', '<p>còn<span style="display:none"> ẩn</span><script>var a = "b"</script> lại</p><style>p{}</style>'],
    ['còn lại', '<style>.x { display: none }</style><p class="x">ẩn</p><p>còn lại</p>'],
    ['hộ nghèo và cận nghèo', `<p><font face=".VnTime, Arial">${encodeTcvn3('hộ nghèo và cận nghèo')}</font></p>`],
    [
      'hộ nghèo và cận nghèo',
      `<style><!-- p.MsoNormal, li.MsoNormal { font-family:".VnTime","serif"; } --></style><p class=MsoNormal>${encodeTcvn3('hộ nghèo và cận nghèo')}</p>`,
    ],
    [
      '3.1. Giảm nghèo',
      '<h3><![if !supportLists]><span style="mso-list:Ignore">3.1.<span>&nbsp;&nbsp; </span></span><![endif]>Giảm nghèo</h3>',
    ],
    ['chỉ có chữ', 'chỉ có chữ'],
  ])('%s', (expected, html) => {
    expect(lines(html)).toEqual([expected]);
  });

  test.each(['utf8', 'utf16le'] as const)('%s', (encoding) => {
    expect(read('\uFEFF<html><body><p>Hộ nghèo</p></body></html>', encoding).text).toBe('Hộ nghèo');
  });

  test('the encoding that a page declares', () => {
    const page = Buffer.from(
      '<meta http-equiv="Content-Type" content="text/html; charset=windows-1258"><p>H\xf4\xf2 nghe\xcco</p>',
      'latin1',
    );
    expect(readHtml(page).text).toBe('Hộ nghèo');
  });

  test('headings, lists and lines', () => {
    const { blocks, text } = read(
      '<h2>I. Mục</h2><div>một<br>hai<p>ba</p>bốn</div><ul><li>năm<ul><li>sáu</ul></ul><ol start=3 type=a><li>bảy<li><p>tám</p></ol>',
    );
    expect(blocks.map(({ kind, level, span }) => [kind, level, text.slice(span.start, span.end)])).toEqual([
      ['heading', 2, 'I. Mục'],
      ['paragraph', null, 'một'],
      ['paragraph', null, 'hai'],
      ['paragraph', null, 'ba'],
      ['paragraph', null, 'bốn'],
      ['list_item', null, '• năm'],
      ['list_item', null, '• sáu'],
      ['list_item', null, 'c. bảy'],
      ['list_item', null, 'd. tám'],
    ]);
  });
});

describe('tables', () => {
  test('of data keep their heads and spans', () => {
    const [table] = read(
      `<table><caption>Biểu 1</caption><thead><tr><th rowspan=2>Xã<th colspan=2>Hộ nghèo</tr><tr><th>2022<th>2023</tr></thead>
       <tr><td>Bình Tân<td>120<td>97</tr><tr><td>Tây Phú<td>88<td>70</tr></table>`,
    ).tables;
    expect(table?.headerRows).toBe(2);
    expect(table?.rows.map((row) => row.map(({ text, colSpan, rowSpan }) => [text, colSpan, rowSpan]))).toEqual([
      [
        ['Xã', 1, 2],
        ['Hộ nghèo', 2, 1],
      ],
      [
        ['2022', 1, 1],
        ['2023', 1, 1],
      ],
      [
        ['Bình Tân', 1, 1],
        ['120', 1, 1],
        ['97', 1, 1],
      ],
      [
        ['Tây Phú', 1, 1],
        ['88', 1, 1],
        ['70', 1, 1],
      ],
    ]);
  });

  test('that set a page in columns give their texts', () => {
    const cell = 'Toàn huyện còn 1.855 hộ nghèo. '.repeat(30);
    const { tables, text } = read(
      `<table><tr><td><table><tr><td>Trang chủ</table><td><p>${cell}</p><table><tr><th>Xã<th>Hộ<tr><td>A<td>1<tr><td>B<td>2</table></table>`,
    );
    expect(tables).toHaveLength(1);
    expect(text.startsWith('Trang chủ\n\nToàn huyện')).toBe(true);
  });
});

describe('a portal’s page', () => {
  const links = (...texts: string[]): string => texts.map((text) => `<li><a href="/x">${text}</a></li>`).join('');
  const prose = [
    'Năm 2022, toàn huyện giảm được 312 hộ nghèo, đưa tỷ lệ hộ nghèo xuống còn 4,2%, vượt kế hoạch Ủy ban nhân dân tỉnh giao.',
    'Ngân hàng Chính sách xã hội huyện đã giải ngân 48,6 tỷ đồng cho 1.215 lượt hộ vay vốn phát triển sản xuất, chăn nuôi.',
    'Các cấp, các ngành đã cấp phát 12.430 thẻ bảo hiểm y tế cho người nghèo và người dân tộc thiểu số trên địa bàn huyện.',
  ];
  const page = `<!doctype html><html><head><title>Kết quả giảm nghèo năm 2022 - Cổng thông tin điện tử huyện Đức Cơ</title></head><body>
    <div id="top"><ul class="menu">${links('Trang chủ', 'Giới thiệu', 'Tin tức', 'Văn bản', 'Thủ tục hành chính', 'Hỏi đáp', 'Liên hệ')}</ul></div>
    <div id="main"><div id="content"><div class="breadcrumb"><a href="/">Trang chủ</a> » <a href="/t">Tin tức</a></div>
      <h1 class="title">Kết quả giảm nghèo năm 2022</h1><div class="date">Thứ Ba, 20/12/2022, 08:15</div>
      <div class="body"><p>${prose[0]}</p><table border=1><tr><td>Xã<td>Hộ nghèo<tr><td>Ia Dơk<td>85<tr><td>Ia Kla<td>61</table>
        <p>${prose[1]}</p><p>${prose[2]}</p><p style="text-align:right">Hoàng Vân</p></div>
      <div class="related"><b>Tin liên quan</b><ul>${links('Trao 50 suất quà cho hộ nghèo (12/12)', 'Khởi công 12 nhà đại đoàn kết (01/12)', 'Tập huấn cho 120 cán bộ (28/11)')}</ul></div></div>
    <aside id="right"><p>Lượt truy cập: 1.234.567</p><p>Đang trực tuyến: 89</p></aside></div>
    <footer><p>Giấy phép số 12/GP-STTTT. Điện thoại: 0269 384 1234. Địa chỉ: 68 Quang Trung</p></footer></body></html>`;

  test('gives the report with its title, date line and tables, and a message says what was left out', () => {
    const { text, tables, messages, title } = read(page);
    expect(text.split('\n').filter((line) => line !== '' && !line.includes('\t'))).toEqual([
      'Kết quả giảm nghèo năm 2022',
      'Thứ Ba, 20/12/2022, 08:15',
      ...prose,
      'Hoàng Vân',
    ]);
    expect(tables).toHaveLength(1);
    expect(title).toContain('Kết quả giảm nghèo năm 2022');
    expect(messages.map(({ code }) => code)).toContain('page_furniture');
  });
});

test.each([
  ['<div>'.repeat(100_000), 'damaged'],
  ['<x>'.repeat(2000), 'empty'],
  ['<p></p><img src="x.png">', 'empty'],
  [`<table>${'<tr><td colspan=99999999>1'.repeat(2000)}</table>`, null],
])('a hostile page', (html, code) => {
  if (code === null) expect(read(html).text.length).toBeGreaterThan(1);
  else expect(() => read(html)).toThrow(expect.objectContaining({ code }));
});
