import { ArchiveError, ReadError } from '../model/read-error.ts';
import type { ReaderLimits, Reading } from './reading.ts';
import { sniff } from './sniff.ts';

/**
 * bytes → Reading, in this very process: the child's work. Readers load only when needed.
 * Throws ReadError; anything else thrown is a reader's failure on these bytes.
 */
export async function readBytes(bytes: Buffer, limits: ReaderLimits): Promise<Reading> {
  if (bytes.length === 0) throw new ReadError('empty', 'no bytes');
  const type = sniff(bytes);
  switch (type) {
    case 'pdf':
      return (await import('./pdf/read-pdf.ts')).readPdf(bytes, limits);
    case 'jpeg':
    case 'png':
    case 'tiff':
      return (await import('./image/read-image.ts')).readImage(bytes, type, limits);
    case 'zip':
      return readZip(bytes);
    case 'text':
      return (await import('./plain.ts')).readText(bytes);
    case 'rtf':
      return (await import('./rtf/read-rtf.ts')).readRtf(bytes);
    case 'html':
      return (await import('./html/read-html.ts')).readHtml(bytes);
    case 'ole2':
      // A Word file with a password is an OLE2 container that holds the stream "EncryptedPackage" (MS-OFFCRYPTO 2.3.4.4).
      if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')))
        throw new ReadError('encrypted', 'Office encryption');
      return (await import('./doc/read-doc.ts')).readDoc(bytes);
    default:
      throw new ReadError('unsupported_type', type);
  }
}

/** ZIP files are many things; an OpenDocument says what it is in a part of its own (OpenDocument 1.3 part 2, 3.3). */
async function readZip(bytes: Buffer): Promise<Reading> {
  const [{ isArchive }, { openZip }] = await Promise.all([import('./archive/entries.ts'), import('./zip.ts')]);
  if (await isArchive(bytes)) throw new ArchiveError();
  const zip = await openZip(bytes);
  const type = (await zip.read('mimetype'))?.toString('latin1').trim();
  if (type === 'application/vnd.oasis.opendocument.text') return (await import('./odt/read-odt.ts')).readOdt(zip);
  if (zip.names.has('xl/workbook.xml')) return (await import('./xlsx/read-xlsx.ts')).readXlsx(zip);
  return (await import('./docx/read-docx.ts')).readDocx(zip);
}

/** Loads the readers that most reports need, before there is one. */
export async function preload(): Promise<void> {
  const [{ preloadPdf }] = await Promise.all([
    import('./pdf/read-pdf.ts'),
    import('./docx/read-docx.ts'),
    import('./archive/entries.ts'),
    import('./plain.ts'),
  ]);
  await preloadPdf();
}
