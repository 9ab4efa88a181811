import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** A file of a batch, and what an undisturbed run makes of it. */
export interface BatchFile {
  path: string;
  bytes: Buffer;
  sha256: string;
  outcome: 'done' | 'duplicate' | 'failed';
}

const fixture = (name: string): Promise<Buffer> =>
  readFile(fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url)));

const file = (path: string, content: string | Buffer, outcome: BatchFile['outcome'] = 'done'): BatchFile => {
  const bytes = Buffer.from(content);
  return { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex'), outcome };
};

/** A report of a commune, its numbers its own; `sections` makes it longer. */
export const report = (number: number, sections = 3): string => {
  const parts = Array.from(
    { length: sections },
    (_, section) => `${section + 1}. Công tác năm ${2010 + section}
Năm ${2010 + section}, toàn xã có ${1200 + number} hộ nghèo, chiếm ${(4 + (number % 50) / 10).toFixed(1).replace('.', ',')}%; giảm ${number + section + 1} hộ so với năm trước.
Đã trợ cấp thường xuyên cho ${300 + number} đối tượng bảo trợ xã hội với kinh phí ${number + section + 2} triệu đồng; tặng ${90 + number} suất quà Tết cho người có công.
`,
  );
  return `ỦY BAN NHÂN DÂN XÃ SỐ ${number}\nBÁO CÁO\nKết quả công tác bảo trợ xã hội xã số ${number}\n\n${parts.join('')}`;
};

/**
 * `count` reports as text, three in the formats that offices send, one that cannot be read, and one that comes a second time
 * (under the same name in another folder: a record holds the name its bytes came by first).
 */
export const batchOf = async (count: number): Promise<BatchFile[]> => {
  const texts = Array.from({ length: count }, (_, n) => file(`xã/báo cáo ${n}.txt`, report(n)));
  return [
    file('huyện/000.docx', await fixture('docx/000_a452df1cee3d57cd.docx')),
    file('huyện/002.docx', await fixture('docx/002_85d3af9a86ee4359.docx')),
    file('huyện/004.pdf', await fixture('pdf/004_0fa445c9fb98d59f.pdf')),
    file('hỏng/random.pdf', await fixture('bad/random.pdf'), 'failed'),
    ...texts,
    file('chép/báo cáo 0.txt', report(0), 'duplicate'),
  ];
};

/** The same bytes under `count` paths. */
export const sameFile = (count: number): BatchFile[] =>
  Array.from({ length: count }, (_, n) => file(`thư mục ${n}/báo cáo.txt`, report(77), n === 0 ? 'done' : 'duplicate'));

/** Reports long enough that a worker is seen at them. */
export const longReports = (count: number, sections = 80): BatchFile[] =>
  Array.from({ length: count }, (_, n) => file(`dài/báo cáo dài ${n}.txt`, report(5000 + n, sections)));
