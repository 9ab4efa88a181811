/** A PDF as the nineties made them: one byte a letter, in fonts that are named and not embedded. */
import { deflateSync } from 'node:zlib';
import type { Run } from './docx.ts';
import { pdfFile } from './pdf-file.ts';

const [WIDTH, HEIGHT, MARGIN, SIZE, LEADING] = [595, 842, 54, 12, 16];
/** Every letter is half as wide as it is high; a Vietnamese mark of VNI adds nothing. */
const LETTER = 0.5;

/** What Windows has beyond Latin-1 and reports use (PDF 32000-1, D.2). */
const WINDOWS: Record<string, number> = { '…': 0x85, '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '–': 0x96, '—': 0x97 };

type Letter = { code: number; font: number };

/** Paragraphs of runs in Latin-1 letters, wrapped and set on pages. */
export function legacyPdf(paragraphs: readonly (readonly Run[])[], isMark: (code: number) => boolean): Buffer {
  const fonts = [...new Set(paragraphs.flat().map(({ font }) => font))];
  const most = Math.floor((WIDTH - 2 * MARGIN) / (SIZE * LETTER));
  const pages: string[][] = [[]];
  let y = HEIGHT - MARGIN;
  for (const runs of paragraphs) {
    const letters = runs.flatMap(({ text, font }) =>
      [...text].map((c): Letter => ({ code: WINDOWS[c] ?? c.charCodeAt(0), font: fonts.indexOf(font) })),
    );
    for (const line of wrapped(letters, most, isMark)) {
      if (y < MARGIN) {
        pages.push([]);
        y = HEIGHT - MARGIN;
      }
      pages.at(-1)?.push(`BT 1 0 0 1 ${MARGIN} ${y} Tm ${shown(line)} ET`);
      y -= LEADING;
    }
    y -= LEADING / 2;
  }
  return written(pages, fonts, isMark);
}

function wrapped(letters: readonly Letter[], most: number, isMark: (code: number) => boolean): Letter[][] {
  const lines: Letter[][] = [[]];
  let width = 0;
  for (let i = 0; i < letters.length; ) {
    const end = letters.findIndex(({ code }, j) => j > i && code === 0x20);
    const word = letters.slice(i, end < 0 ? letters.length : end);
    const wide = word.filter(({ code }) => !isMark(code)).length;
    if (width + wide > most && width > 0) {
      lines.push(word.slice(1));
      width = wide - 1;
    } else {
      lines.at(-1)?.push(...word);
      width += wide;
    }
    i += word.length;
  }
  return lines;
}

/** The operators that show a line, a string for each stretch of one font. */
function shown(line: readonly Letter[]): string {
  let operators = '';
  for (let i = 0; i < line.length; ) {
    const { font } = line[i] as Letter;
    const end = line.findIndex((letter, j) => j > i && letter.font !== font);
    const part = line.slice(i, end < 0 ? line.length : end);
    const hex = part.map(({ code }) => (code > 0xff ? 0x3f : code).toString(16).padStart(2, '0')).join('');
    operators += `/F${font} ${SIZE} Tf <${hex}> Tj `;
    i += part.length;
  }
  return operators;
}

function written(pages: readonly string[][], fonts: readonly string[], isMark: (code: number) => boolean): Buffer {
  const objects: Buffer[] = [];
  const add = (text: string, stream?: Buffer): void => {
    const tail = stream ? [Buffer.from('\nstream\n'), stream, Buffer.from('\nendstream')] : [];
    objects.push(
      Buffer.concat([Buffer.from(`${objects.length + 1} 0 obj\n${text}`), ...tail, Buffer.from('\nendobj\n')]),
    );
  };
  const widths = Array.from({ length: 224 }, (_, i) => (isMark(i + 32) ? 0 : LETTER * 1000)).join(' ');
  const first = 3 + fonts.length;
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ')}] >>`);
  for (const font of fonts) {
    add(
      `<< /Type /Font /Subtype /TrueType /BaseFont /${font} /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 255 /Widths [${widths}] >>`,
    );
  }
  const resources = fonts.map((_, i) => `/F${i} ${3 + i} 0 R`).join(' ');
  for (const [i, lines] of pages.entries()) {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /Font << ${resources} >> >> /Contents ${first + 2 * i + 1} 0 R >>`,
    );
    const stream = deflateSync(Buffer.from(lines.join('\n'), 'latin1'));
    add(`<< /Length ${stream.length} /Filter /FlateDecode >>`, stream);
  }
  return pdfFile('1.4', objects);
}
