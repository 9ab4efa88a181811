/** Every hostile file there is, made when asked for: none is large enough on disk to be committed for. */
import { DOC } from './doc.ts';
import { DOCX } from './docx.ts';
import type { HostileFile } from './file.ts';
import { HTML } from './html.ts';
import { IMAGES, POLYGLOTS } from './mixed.ts';
import { ODT } from './odt.ts';
import { PDF } from './pdf.ts';
import { RTF } from './rtf.ts';
import { TEXT } from './text.ts';
import { XLSX } from './xlsx.ts';

export const HOSTILE: Readonly<Record<string, readonly HostileFile[]>> = {
  PDF,
  DOCX,
  DOC,
  RTF,
  ODT,
  HTML,
  XLSX,
  text: TEXT,
  pictures: IMAGES,
  polyglots: POLYGLOTS,
};
