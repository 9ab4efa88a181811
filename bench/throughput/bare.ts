/** The bare pipeline: reads and extracts the files of a list (JSON on standard input) one after the other, and says so. */
import { readFileSync } from 'node:fs';
import { extract } from '../../src/extract/index.ts';
import { readBytes } from '../../src/read/bytes.ts';

const { warm, files } = JSON.parse(readFileSync(0, 'utf8')) as { warm: string[]; files: string[] };

async function work(path: string): Promise<void> {
  const bytes = readFileSync(path);
  const reading = await readBytes(bytes, { maxPages: 1000 });
  extract({ sha256: '0'.repeat(64), filename: path, bytes: bytes.length, encoding: 'unicode', ocr: null, ...reading });
}

for (const path of warm) await work(path);
const [began, before] = [performance.now(), process.cpuUsage()];
for (const path of files) await work(path);
const { user, system } = process.cpuUsage(before);
process.stdout.write(JSON.stringify({ seconds: (performance.now() - began) / 1000, cpu: (user + system) / 1e6 }));
