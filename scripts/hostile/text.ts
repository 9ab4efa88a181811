/** Plain texts made to stall or swell their readers. */
import { type HostileFile, times } from './file.ts';

const text = (content: string): Buffer => Buffer.from(content);

export const TEXT: HostileFile[] = [
  {
    name: 'a million short lines.txt',
    comesTo: ['read', 'too_large', 'bomb', 'out_of_memory'],
    make: () => text('a\n'.repeat(1_000_000)),
  },
  {
    name: '400,000 long lines.txt',
    comesTo: ['read', 'too_large', 'bomb', 'out_of_memory'],
    make: () => text(`${'hộ nghèo '.repeat(8)}\n`.repeat(400_000)),
  },
  {
    name: 'a sentence over 100,000 lines.txt',
    comesTo: ['read', 'too_large', 'bomb', 'out_of_memory'],
    make: () => text(`Tổng số hộ nghèo của toàn huyện năm nay là\n\n${times(100_000, (i) => `hộ ${i}\n\n`)}`),
  },
  {
    name: 'one line of 48 MB.txt',
    comesTo: ['read', 'too_large', 'bomb', 'out_of_memory'],
    make: () => text('1.855 '.repeat(8_000_000)),
  },
  { name: 'spaces and tabs.txt', comesTo: ['empty', 'too_large'], make: () => text(' \t'.repeat(5_000_000)) },
  { name: 'spaces that end in a letter.txt', comesTo: ['read'], make: () => text(`x${' '.repeat(4_000_000)}x`) },
  {
    name: 'marks over one letter.txt',
    comesTo: ['read', 'too_large', 'bomb'],
    make: () => text(`a${'\u0301\u0323'.repeat(1_000_000)}`),
  },
  { name: 'quotes.txt', comesTo: ['read'], make: () => text(`x.${'"'.repeat(1_000_000)}x`) },
  { name: 'full stops and quotes.txt', comesTo: ['read'], make: () => text(`x${'.")'.repeat(300_000)}x\nmà`) },
  { name: 'digits.txt', comesTo: ['read'], make: () => text('1'.repeat(1_000_000)) },
  { name: 'numbers parted by dots.txt', comesTo: ['read'], make: () => text('1.'.repeat(1_000_000)) },
  {
    name: 'VIQR letters.txt',
    comesTo: ['read', 'too_large', 'timed_out'],
    make: () => text("a^'e^`dd".repeat(520_000)),
  },
  {
    name: 'words in no encoding for certain.txt',
    comesTo: ['read', 'unsupported_type', 'timed_out'],
    make: () =>
      Buffer.from(
        times(800_000, (i) => `\xb8${i % 7}\xf6c `),
        'latin1',
      ),
  },
  { name: '250,000 short lines.txt', comesTo: ['read', 'timed_out'], make: () => text('ho^.\n'.repeat(250_000)) },
  {
    name: 'UTF-16 halves.txt',
    comesTo: ['read', 'unsupported_type'],
    make: () => Buffer.concat([Buffer.from('fffe', 'hex'), Buffer.alloc(200_000, 0xd8)]),
  },
];
