/**
 * `node scripts/renditions/pages.ts [OUT]`: pages that are hard to put in order, as PDFs made by Chromium, into
 * fixtures/pages: text in two columns, notes at the foot of the page, broken and lost spaces, sentences that a page's end,
 * its notes, number and running head cut in two.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const OUT = process.argv[2] ?? join(import.meta.dirname, '..', '..', 'fixtures', 'pages');

const PARAGRAPHS = [
  'Năm 2023, huyện có 1.855 hộ nghèo với 4.839 nhân khẩu, chiếm tỷ lệ 4,82% số hộ toàn huyện; so với năm 2022 giảm 412 hộ.',
  'Trong năm đã cấp 12.450 thẻ bảo hiểm y tế cho người nghèo, 3.206 thẻ cho người cận nghèo và 8.115 thẻ cho đồng bào dân tộc thiểu số sinh sống tại các xã đặc biệt khó khăn.',
  'Ngân hàng Chính sách xã hội cho 174 hộ nghèo vay với số tiền 4.627 triệu đồng, cho 96 hộ cận nghèo vay 2.880 triệu đồng để phát triển sản xuất, chăn nuôi và cải tạo vườn tạp.',
  'Công tác bảo trợ xã hội được quan tâm: 2.115 người cao tuổi, 868 người khuyết tật và 74 trẻ em mồ côi hưởng trợ cấp hằng tháng với tổng kinh phí 16.350 triệu đồng.',
  'Huyện đã hỗ trợ xây mới 58 căn nhà và sửa chữa 31 căn nhà cho hộ nghèo từ nguồn vận động của Quỹ Vì người nghèo các cấp.',
];
const STYLE = '@page{size:A4;margin:20mm}body{font:12pt "Liberation Serif"}p{margin:0 0 8pt;text-align:justify}';
const page = (style: string, body: string): string =>
  `<!doctype html><meta charset="utf-8"><style>${STYLE}${style}</style><body>${body}</body>`;
const paragraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join('\n');

/** Marks of notes stand right behind numbers, where they would change them. */
const NOTED = PARAGRAPHS.map((text, i) =>
  text.replace(/\d[\d.]*(?= (?:hộ|thẻ|triệu|người|căn))/, `$&<sup>${i + 1}</sup>`),
);
const NOTES = PARAGRAPHS.map(
  (_, i) => `<div><sup>${i + 1}</sup> Số liệu theo báo cáo số ${20 + i}/BC-LĐTBXH của phòng chuyên môn.</div>`,
);

/** A sheet with its running head, its part of the text, a note and its number; the last line of `text` is full, as one in a sentence. */
const sheet = (number: number, text: string, note = ''): string =>
  `<section><header>Báo cáo công tác an sinh xã hội huyện Đông Giang năm 2023</header>${text}<footer>${note}<div class="no">Trang ${number}/3</div></footer></section>`;
const cut = (text: string, after: string): [string, string] => {
  const at = text.indexOf(after) + after.length;
  return [`<p class="cut">${text.slice(0, at)}</p>`, `<p>${text.slice(at).trim()}</p>`];
};
const [LOANS = '', LOANS_ON = ''] = cut(
  (PARAGRAPHS[2] as string).replace('174 hộ', '174<sup>1</sup> hộ'),
  'cho 96 hộ cận',
);
const [HOUSES = '', HOUSES_ON = ''] = cut(PARAGRAPHS[4] as string, 'cho hộ nghèo từ nguồn vận động của');
const SIGNATURE =
  '<table><tr><td>Nơi nhận:<br>- Sở LĐ-TB&amp;XH;<br>- Lưu: VT.</td><td>TM. ỦY BAN NHÂN DÂN<br>CHỦ TỊCH<br><br><br>Nguyễn Văn Mẫu</td></tr></table>';
const OVER_PAGES =
  '@page{margin:0}body{margin:0}section{position:relative;box-sizing:border-box;height:296mm;padding:30mm 20mm;break-after:page}' +
  'header,footer{position:absolute;left:20mm;right:20mm;font-size:10pt}header{top:12mm;text-align:center}footer{bottom:12mm}' +
  '.cut{text-align-last:justify}.note{font-size:9pt;border-top:1px solid #000;width:60%}.no{text-align:right}' +
  'sup{font-size:7pt;line-height:0}table{width:100%;margin-top:20pt}td{text-align:center;width:50%;vertical-align:top}';

const PAGES: Record<string, string> = {
  columns: page(
    '.c{columns:2;column-gap:10mm}',
    `<p>ỦY BAN NHÂN DÂN HUYỆN ĐÔNG GIANG</p><div class="c">${paragraphs([...PARAGRAPHS, ...PARAGRAPHS.map((text) => text.replace('2023', '2022'))])}</div>`,
  ),
  footnotes: page(
    'sup{font-size:7pt;line-height:0}.n{position:fixed;bottom:0;font-size:9pt;border-top:1px solid #000;width:60%}',
    `${paragraphs(NOTED)}<div class="n">${NOTES.join('')}</div>`,
  ),
  spaces: page(
    '',
    paragraphs([
      'CÁC ĐIỀ U KHO ẢN THỰ C HIỆN',
      ...PARAGRAPHS.map((text) =>
        text.replaceAll('nghèo', 'ngh èo').replace('hộ ngh èo', 'hộnghèo').replaceAll('người', 'ngư ời'),
      ),
      PARAGRAPHS.join(' '),
    ]),
  ),
  'over-pages': page(
    OVER_PAGES,
    sheet(
      1,
      paragraphs(PARAGRAPHS.slice(0, 2)) + LOANS,
      '<div class="note"><sup>1</sup> Số liệu theo báo cáo số 20/BC-LĐTBXH của phòng chuyên môn.</div>',
    ) +
      sheet(2, LOANS_ON + paragraphs(PARAGRAPHS.slice(3, 4)) + HOUSES) +
      sheet(3, HOUSES_ON + SIGNATURE),
  ),
};

mkdirSync(OUT, { recursive: true });
const work = mkdtempSync(join(tmpdir(), 'pages-'));
for (const [name, html] of Object.entries(PAGES)) {
  writeFileSync(join(work, `${name}.html`), html);
  const options = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', '--disable-pdf-tagging'];
  const target = `--print-to-pdf=${join(OUT, `${name}.pdf`)}`;
  execFileSync('chromium', [...options, `--user-data-dir=${work}/profile`, target, `file://${work}/${name}.html`], {
    stdio: 'ignore',
  });
}
rmSync(work, { recursive: true, force: true });
