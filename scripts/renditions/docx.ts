/** A Word document of paragraphs whose runs name their fonts: what old documents look like inside. */
import JSZip from 'jszip';

export type Run = { text: string; font: string };

const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELATIONS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const run = ({ text, font }: Run): string =>
  `<w:r><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:cs="${font}"/></w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

export function docx(paragraphs: readonly (readonly Run[])[]): Promise<Buffer> {
  const body = paragraphs.map((runs) => `<w:p>${runs.map(run).join('')}</w:p>`).join('');
  const zip = new JSZip();
  // A date of its own would make every run of the script a new file.
  const date = new Date('2026-01-01T00:00:00Z');
  zip.file('[Content_Types].xml', TYPES, { date });
  zip.file('_rels/.rels', RELATIONS, { date });
  zip.file(
    'word/document.xml',
    `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    { date },
  );
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}
