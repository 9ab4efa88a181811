/** A PDF of `objects`, in their order from number 1, of which the first is the catalogue (PDF 32000-1, 7.5). */
export function pdfFile(version: string, objects: readonly Buffer[]): Buffer {
  const parts = [Buffer.from(`%PDF-${version}\n`), ...objects];
  let at = 0;
  const offsets = parts.map((part) => {
    at += part.length;
    return at;
  });
  const entries = offsets.slice(0, -1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${entries.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(end)]);
}
