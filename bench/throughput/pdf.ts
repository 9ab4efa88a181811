/** A PDF of Unicode text as office programs write them: two bytes a letter with a table that says which it is; wrapped and set on pages. */
import { deflateSync } from 'node:zlib';
import { pdfFile } from '../../scripts/renditions/pdf-file.ts';

const [WIDTH, HEIGHT, MARGIN, SIZE, LEADING] = [595, 842, 57, 13, 18];
/** In parts of the letter size. */
const LETTER = 0.5;
const MOST = Math.floor((WIDTH - 2 * MARGIN) / (SIZE * LETTER));
const LINES = Math.floor((HEIGHT - 2 * MARGIN) / LEADING);

const hex = (number: number): string => number.toString(16).padStart(4, '0');

export function pdfOf(paragraphs: readonly string[]): Buffer {
  const letters = [...new Set(paragraphs.join(' '))];
  const code = new Map(letters.map((letter, i) => [letter, i + 1]));
  const lines = paragraphs.flatMap((paragraph) => [...wrapped(paragraph), '']);
  const pages = Array.from({ length: Math.ceil(lines.length / LINES) }, (_, n) =>
    lines.slice(n * LINES, (n + 1) * LINES),
  );
  const shown = (line: string): string => [...line].map((letter) => hex(code.get(letter) ?? 0)).join('');
  const contents = pages.map((page) => {
    const operators = page.map((line) => (line === '' ? 'T*' : `<${shown(line)}> Tj T*`)).join('\n');
    return `BT /F0 ${SIZE} Tf ${LEADING} TL 1 0 0 1 ${MARGIN} ${HEIGHT - MARGIN} Tm\n${operators}\nET`;
  });
  return written(contents, unicodeTable(letters));
}

function wrapped(paragraph: string): string[] {
  const lines = [''];
  for (const word of paragraph.split(' ')) {
    const last = lines.at(-1) as string;
    if (last === '') lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length <= MOST) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** PDF 32000-1, 9.10.3. */
function unicodeTable(letters: readonly string[]): string {
  const entries = letters.map((letter, i) => `<${hex(i + 1)}> <${hex(letter.charCodeAt(0))}>`);
  const sections = Array.from({ length: Math.ceil(entries.length / 100) }, (_, n) =>
    entries.slice(n * 100, n * 100 + 100),
  );
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    ...sections.map((some) => `${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`),
    'endcmap end end',
  ].join('\n');
}

function written(contents: readonly string[], table: string): Buffer {
  const objects: Buffer[] = [];
  const add = (entries: string, stream?: string): void => {
    const bytes = stream === undefined ? null : deflateSync(Buffer.from(stream, 'latin1'));
    const head = bytes ? `<< ${entries} /Length ${bytes.length} /Filter /FlateDecode >>\nstream\n` : `<< ${entries} >>`;
    const parts = [
      Buffer.from(`${objects.length + 1} 0 obj\n${head}`),
      ...(bytes ? [bytes, Buffer.from('\nendstream')] : []),
    ];
    objects.push(Buffer.concat([...parts, Buffer.from('\nendobj\n')]));
  };
  const FIRST = 7;
  const kids = contents.map((_, i) => `${FIRST + 2 * i} 0 R`).join(' ');
  add('/Type /Catalog /Pages 2 0 R');
  add(`/Type /Pages /Count ${contents.length} /Kids [${kids}]`);
  add(
    '/Type /Font /Subtype /Type0 /BaseFont /TimesNewRomanPSMT /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R',
  );
  add(
    `/Type /Font /Subtype /CIDFontType2 /BaseFont /TimesNewRomanPSMT /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW ${LETTER * 1000} /FontDescriptor 5 0 R`,
  );
  add(
    '/Type /FontDescriptor /FontName /TimesNewRomanPSMT /Flags 4 /FontBBox [-568 -307 2046 1039] /ItalicAngle 0 /Ascent 891 /Descent -216 /CapHeight 662 /StemV 80',
  );
  add('', table);
  for (const [i, content] of contents.entries()) {
    add(
      `/Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /Font << /F0 3 0 R >> >> /Contents ${FIRST + 2 * i + 1} 0 R`,
    );
    add('', content);
  }
  return pdfFile('1.5', objects);
}
