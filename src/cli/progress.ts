import type { DocumentView } from '../model/index.ts';

/** One line that grows in place on a terminal; elsewhere a line each time another document is through. */
export function progressLine(output: NodeJS.WriteStream): (documents: readonly DocumentView[]) => void {
  let last = '';
  return (documents) => {
    const through = documents.filter(({ status }) => status !== 'queued' && status !== 'processing').length;
    const bar = '█'.repeat(through) + '░'.repeat(documents.length - through);
    const line = `${bar} ${through} of ${documents.length} reports read`;
    if (line === last) return;
    last = line;
    const end = through === documents.length ? '\n' : '';
    output.write(output.isTTY ? `\r${line}${end}` : `${line}\n`);
  };
}
