import { describe, expect, test } from '@jest/globals';
import { sniff } from './sniff.ts';

const bytes = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

describe.each([
  ['pdf', [bytes('%PDF-1.7\n'), bytes('\r\n junk before it\n%PDF-1.4\n'), bytes([0xef, 0xbb, 0xbf], '%PDF-1.4')]],
  ['zip', [bytes('PK\x03\x04'), bytes('PK\x05\x06')]],
  ['ole2', [bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'Word')]],
  ['rtf', [bytes('{\\rtf1\\ansi 1.855}')]],
  ['html', [bytes('<!DOCTYPE html>'), bytes('\n<HTML lang="vi">'), bytes([0xef, 0xbb, 0xbf], '<?xml version="1.0"?>')]],
  [
    'text',
    [
      bytes('Toàn huyện có 1.855 hộ nghèo'),
      bytes([0xff, 0xfe], 'H\0'),
      bytes([0xfe, 0xff], '\0H'),
      bytes('PK is not a ZIP file'),
      bytes('trang 1\fTrang 2'),
      bytes([0x4b, 0xd5, 0x74]),
    ],
  ],
  [
    'unknown',
    [bytes('a\0b'), bytes([0x89], 'PNG\r\n', [0x1a, 0, 0]), bytes([1, 2, 3, 4, 5, 6]), bytes('RIFF\0\0\0\0WEBP')],
  ],
  ['jpeg', [bytes([0xff, 0xd8, 0xff, 0xe0, 0])]],
  ['png', [bytes([0x89], 'PNG\r\n', [0x1a], '\n')]],
  ['tiff', [bytes('II*\0'), bytes('MM\0*')]],
])('%s', (type, files) => {
  test.each(files.map((file) => [file.toString('latin1'), file] as const))('%j', (_, file) => {
    expect(sniff(file)).toBe(type);
  });
});
