/** Long files made of short ones: on many pages, what a process or a library takes to start does not count. */
import JSZip from 'jszip';

/**
 * A PDF with its pages `times` over, by an incremental update (PDF 32000-1, 7.5.6). It knows the files of LibreOffice,
 * which write their objects one by one and list all pages in one node.
 */
export function repeatPdf(source: Buffer, times: number): Buffer {
  const file = source.toString('latin1');
  const pages = [...file.matchAll(/\d+ 0 obj\s*(<<\/Type\/Page\/.*?)endobj/gs)].map(([, page]) => page as string);
  const tree = /(\d+) 0 obj\s*<<\/Type\/Pages.*?endobj/s.exec(file);
  const trailer = /trailer\s*<<\/Size (\d+)(\/Root \d+ 0 R).*?startxref\s*(\d+)/s.exec(file);
  if (pages.length === 0 || !tree || !trailer) throw new Error('this PDF is not one of LibreOffice');
  const first = Number(trailer[1]);
  const copies = Array.from({ length: times }, () => pages).flat();
  const kids = copies.map((_, i) => `${first + i} 0 R`).join(' ');
  let update = '\n';
  let table = '';
  const add = (number: number, body: string): void => {
    table += `${number} 1\n${String(source.length + update.length).padStart(10, '0')} 00000 n \n`;
    update += `${number} 0 obj\n${body}endobj\n`;
  };
  add(
    Number(tree[1]),
    tree[0]
      .replace(/^.*?obj/s, '')
      .replace('endobj', '')
      .replace(/\/Kids\[.*?\]/s, `/Kids[${kids}]`)
      .replace(/\/Count \d+/, `/Count ${copies.length}`),
  );
  for (const [i, page] of copies.entries()) add(first + i, page);
  const start = source.length + update.length;
  const end = `trailer\n<</Size ${first + copies.length}${trailer[2]}/Prev ${trailer[3]}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.concat([source, Buffer.from(`${update}xref\n${table}${end}`, 'latin1')]);
}

/** A DOCX with its text `times` over. */
export async function repeatDocx(source: Buffer, times: number): Promise<Buffer> {
  const archive = await JSZip.loadAsync(source);
  const part = 'word/document.xml';
  const xml = (await archive.file(part)?.async('string')) ?? '';
  const body = /<w:body>(.*?)(?=<w:sectPr(?:(?!<w:sectPr).)*<\/w:body>)/s.exec(xml)?.[1];
  if (!body) throw new Error('a DOCX without text');
  archive.file(
    part,
    xml.replace(body, () => body.repeat(times)),
  );
  return archive.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}
