/**
 * `node scripts/renditions/word-structure.ts`: a Word document with everything a reader of Word's formats must tell
 * apart (lists, merged cells, a table in a table, notes, fields, text boxes, tracked changes, hidden text, old fonts), as
 * DOCX and, through LibreOffice (writer), as DOC; into fixtures/doc.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { encodeTcvn3, encodeVni } from './encode.ts';

const OUT = join(import.meta.dirname, '..', '..', 'fixtures', 'doc');
const MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const NAMESPACES = `${MAIN} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"`;
const OFFICE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const t = (text: string): string => `<w:t xml:space="preserve">${escapeXml(text)}</w:t>`;
const font = (name: string): string => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:cs="${name}"/>`;
const r = (text: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr>${t(text)}</w:r>`;
const p = (content: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const styled = (style: string): string => `<w:pStyle w:val="${style}"/>`;
const item = (list: number, level: number): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
const field = (instruction: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

type Cell = { text: string; span?: number; merge?: 'restart' | 'continue'; width?: number; inner?: string };
function table(widths: readonly number[], rows: readonly (readonly (Cell | string)[])[], headers = 0): string {
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const body = rows.map((cells, i) => {
    let column = 0;
    const row = cells.map((given) => {
      const cell = typeof given === 'string' ? { text: given } : given;
      const span = cell.span ?? 1;
      const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0);
      column += span;
      const merge = cell.merge ? `<w:vMerge${cell.merge === 'restart' ? ' w:val="restart"' : ''}/>` : '';
      const properties = `<w:tcW w:w="${width}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${merge}`;
      return `<w:tc><w:tcPr>${properties}</w:tcPr>${cell.inner ?? ''}${p(r(cell.text))}</w:tc>`;
    });
    return `<w:tr><w:trPr>${i < headers ? '<w:tblHeader/>' : ''}</w:trPr>${row.join('')}</w:tr>`;
  });
  const border = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single"/>`);
  return `<w:tbl><w:tblPr><w:tblBorders>${border.join('')}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${body.join('')}</w:tbl>`;
}

const textBox = (text: string): string =>
  `<w:r><w:pict><v:shape id="box1" type="#_x0000_t202" style="position:absolute;margin-left:300pt;margin-top:0;width:150pt;height:40pt"><v:textbox><w:txbxContent>${p(r(text))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;

const level = (index: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/></w:lvl>`;
const NUMBERING = `<w:numbering ${MAIN}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${[
  level(0, 'upperRoman', '%1.'),
  level(1, 'decimal', '%2.'),
  level(2, 'decimal', '%2.%3.'),
  level(3, 'lowerLetter', '%4)'),
  level(4, 'bullet', '-'),
  level(5, 'bullet', '\uF0B7', '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>'),
].join('')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1')}</w:abstractNum>
<w:abstractNum w:abstractNumId="2">${level(0, 'decimal', `${encodeTcvn3('Điều')} %1.`, `<w:rPr>${font('.VnTime')}</w:rPr>`)}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num></w:numbering>`;

const STYLES = `<w:styles ${MAIN}><w:docDefaults><w:rPrDefault><w:rPr>${font('Times New Roman')}</w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
${[1, 2, 3]
  .map(
    (n) =>
      `<w:style w:type="paragraph" w:styleId="Heading${n}"><w:name w:val="heading ${n}"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="${n - 1}"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>`,
  )
  .join('\n')}
<w:style w:type="paragraph" w:styleId="Old"><w:name w:val="Than bai"/><w:basedOn w:val="Normal"/><w:rPr>${font('.VnTime')}</w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="OldChild"><w:name w:val="Than bai con"/><w:basedOn w:val="Old"/></w:style>
<w:style w:type="character" w:styleId="Capitals"><w:name w:val="Chu hoa"/><w:rPr>${font('.VnTimeH')}<w:b/></w:rPr></w:style>
</w:styles>`;

const tcvn3 = (text: string): string => encodeTcvn3(text);
const RAISED = '<w:vertAlign w:val="superscript"/>';
const note = (id: number): string => `<w:r><w:rPr>${RAISED}</w:rPr><w:footnoteReference w:id="${id}"/></w:r>`;
const endnote = (id: number): string => `<w:r><w:rPr>${RAISED}</w:rPr><w:endnoteReference w:id="${id}"/></w:r>`;
const deleted = (text: string): string =>
  `<w:del w:id="90" w:author="x" w:date="2005-01-01T00:00:00Z"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
const inserted = (text: string): string =>
  `<w:ins w:id="91" w:author="x" w:date="2005-01-01T00:00:00Z">${r(text)}</w:ins>`;

const BODY = [
  table(
    [4500, 5000],
    [
      [
        { text: 'Số: 12/BC-UBND', inner: p(r('UỶ BAN NHÂN DÂN XÃ TÂN HƯNG')) },
        { text: 'Độc lập - Tự do - Hạnh phúc', inner: p(r('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')) },
      ],
    ],
  ),
  p(r('BÁO CÁO', '<w:b/>')),
  p(r(tcvn3('kết quả thực hiện công tác an sinh xã hội năm 2005'), '<w:rStyle w:val="Capitals"/>')),
  p(r('KẾT QUẢ THỰC HIỆN'), styled('Heading1') + item(1, 0)),
  p(r('Công tác giảm nghèo'), styled('Heading2') + item(1, 1)),
  p(r('Rà soát hộ nghèo'), styled('Heading3') + item(1, 2)),
  p(
    r(tcvn3('Toàn xã có 1.855 hộ nghèo')) +
      note(1) +
      r(tcvn3(', với 4.839 nhân khẩu, chiếm tỷ lệ 12,5%; diện tích nhà tối thiểu 30 m')) +
      r('2', RAISED) +
      r(tcvn3(' một hộ.')),
    styled('Old'),
  ),
  p(r(tcvn3('Tổng kinh phí hỗ trợ là 1.250 triệu đồng, trong đó ngân sách xã 250 triệu đồng.')), styled('OldChild')),
  p(r('Hỗ trợ nhà ở'), styled('Heading3') + item(1, 2)),
  p(r('Xây mới 25 căn nhà đại đoàn kết, trị giá 500 triệu đồng.'), item(1, 3)),
  p(r('Sửa chữa 12 căn nhà, trị giá 60 triệu đồng.'), item(1, 3)),
  p(r('Hộ nghèo: 10 căn;'), item(1, 4)),
  p(r('Hộ cận nghèo: 2 căn.'), item(1, 5)),
  p(r('Bảo trợ xã hội'), styled('Heading2') + item(1, 1)),
  p(
    r('Trợ cấp hàng tháng cho ') +
      deleted('340') +
      inserted('345') +
      r(' đối tượng') +
      r(' (ghi chú ẩn 999)', '<w:vanish/>') +
      r(', kinh phí 1.117.800.000 đồng') +
      endnote(1) +
      r('. Xem ') +
      field('HYPERLINK "http://example.org/99"', r('phụ lục 3')) +
      r('.'),
  ),
  p(textBox('Biểu mẫu số 5 trong khung chữ') + r('Đoạn văn có khung chữ, 17 suất quà.')),
  p(r(encodeVni('Có 68 học sinh nghèo được miễn giảm học phí.'), font('VNI-Times'))),
  p(`${r('Tỷ lệ đạt ')}<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>${r(' 95%')}`),
  p(`${r('dòng thứ nhất')}<w:r><w:br/></w:r>${r('dòng thứ hai\u00A0có 3 hộ')}`),
  p(r('ĐVT: hộ, triệu đồng')),
  table(
    [700, 2500, 1500, 1500, 1500],
    [
      [
        { text: 'STT', merge: 'restart' },
        { text: 'Thôn', merge: 'restart' },
        { text: 'Hộ nghèo', span: 2 },
        { text: 'Kinh phí', merge: 'restart' },
      ],
      [
        { text: '', merge: 'continue' },
        { text: '', merge: 'continue' },
        'Năm 2004',
        'Năm 2005',
        { text: '', merge: 'continue' },
      ],
      [{ text: '', inner: p('', item(2, 0)) }, 'Thôn Đông', '120', '98', '1.250,5'],
      [{ text: '', inner: p('', item(2, 0)) }, 'Thôn Đoài', '75', '60', '830'],
      [{ text: 'Cộng', span: 2 }, '195', '158', '2.080,5'],
    ],
    2,
  ),
  p(r('Sau bảng thứ nhất.')),
  table(
    [3000, 6000],
    [
      ['Nội dung', 'Chi tiết'],
      [
        'Quà Tết',
        {
          text: 'hết bảng trong',
          inner: table(
            [2000, 2000],
            [
              ['Suất', 'Đồng'],
              ['150', '45.000.000'],
            ],
          ),
        },
      ],
      ['Cứu đói', '2.400 kg gạo'],
    ],
  ),
  p(r('Danh sách tiếp theo:')),
  p(r('mục năm'), item(3, 0)),
  p(r(tcvn3('các cấp, các ngành chịu trách nhiệm thi hành.')), styled('Old') + item(4, 0)),
  p(r('NHIỆM VỤ NĂM 2006'), styled('Heading1') + item(1, 0)),
  p(r('Giảm 120 hộ nghèo.'), item(1, 1)),
].join('');

const PARTS: Record<string, string> = {
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${[
    'document.main',
    'styles',
    'numbering',
    'footnotes',
    'endnotes',
    'header',
    'comments',
  ]
    .map((name) => `<Override PartName="/word/${name.split('.')[0]}.xml" ContentType="${OFFICE}.${name}+xml"/>`)
    .join('')}</Types>`,
  '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
  'docProps/core.xml':
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Báo cáo an sinh xã hội năm 2005</dc:title></cp:coreProperties>',
  'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[
    'styles',
    'numbering',
    'footnotes',
    'endnotes',
    'header',
    'comments',
  ]
    .map((name, i) => `<Relationship Id="rId${i + 1}" Type="${RELATION}/${name}" Target="${name}.xml"/>`)
    .join('')}</Relationships>`,
  'word/styles.xml': STYLES,
  'word/numbering.xml': NUMBERING,
  'word/header.xml': `<w:hdr ${MAIN}>${p(r('Đầu trang số 88'))}</w:hdr>`,
  'word/comments.xml': `<w:comments ${MAIN}><w:comment w:id="0" w:author="x">${p(r('Lời bình 77'))}</w:comment></w:comments>`,
  'word/footnotes.xml': `<w:footnotes ${MAIN}><w:footnote w:id="1">${p(`<w:r><w:rPr>${RAISED}</w:rPr><w:footnoteRef/></w:r>${r(' Theo chuẩn nghèo giai đoạn 2001-2005.')}`)}</w:footnote></w:footnotes>`,
  'word/endnotes.xml': `<w:endnotes ${MAIN}><w:endnote w:id="1">${p(`<w:r><w:rPr>${RAISED}</w:rPr><w:endnoteRef/></w:r>${r(' Số liệu đến hết ngày 31/12/2005.')}`)}</w:endnote></w:endnotes>`,
  'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${NAMESPACES}><w:body>${BODY}${p(
    `<w:commentRangeStart w:id="0"/>${r('Nơi nhận: như trên.')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
  )}<w:sectPr><w:headerReference w:type="default" r:id="rId5"/></w:sectPr></w:body></w:document>`,
};

const zip = new JSZip();
for (const [name, content] of Object.entries(PARTS))
  zip.file(name, content, { date: new Date('2026-01-01T00:00:00Z') });
mkdirSync(OUT, { recursive: true });
const file = join(OUT, 'structure.docx');
writeFileSync(file, await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }));
const profile = mkdtempSync(join(tmpdir(), 'soffice-'));
const options = [`-env:UserInstallation=file://${profile}`, '--headless', '--convert-to', 'doc', '--outdir', OUT];
execFileSync('soffice', [...options, file], { stdio: ['ignore', 'ignore', 'inherit'] });
rmSync(profile, { recursive: true, force: true });
