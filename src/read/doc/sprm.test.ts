import { describe, expect, test } from '@jest/globals';
import { parsePrls, prmPrls, settled } from './sprm.ts';

const hex = (text: string): Buffer => Buffer.from(text.replace(/\s/g, ''), 'hex');
const shown = (list: string): string[] =>
  parsePrls(hex(list)).map(({ sprm, operand }) => `${sprm.toString(16)}:${operand.toString('hex')}`);

describe('a list of modifiers', () => {
  test.each<[string[], string]>([
    [[], ''],
    [['835:01', '4a51:0300', '6649:01000000', 'e200:010203'], '3508 01  514a 0300  4966 01000000  00e2 010203'],
    // Its operand tells its size.
    [['d62b:0203', '835:00'], '2bd6 02 0203  3508 00'],
    // A row's definition tells its size in two bytes, one too many.
    [['d608:0100006400', '2416:01'], '08d6 0600 0100006400  1624 01'],
    // Tabs with a size of 255: one taken away (4 bytes), two added (3 bytes each).
    [
      [`c615:01${'00'.repeat(4)}02${'00'.repeat(6)}`, '2416:01'],
      `15c6 ff 01 ${'00'.repeat(4)} 02 ${'00'.repeat(6)} 1624 01`,
    ],
    // What is cut off is left out.
    [['835:01'], '3508 01  514a 03'],
    [['835:01'], '3508 01  08d6 ff'],
    [['835:01'], '3508 01  2b'],
  ])('%j', (expected, list) => {
    expect(shown(list)).toEqual(expected);
  });
});

describe('the modifier of a piece', () => {
  const lists = [parsePrls(hex('3508 01')), parsePrls(hex('3c08 01'))];
  test.each<[string, string[], number]>([
    ['none', [], 0],
    ['hidden, in one byte', ['83c:01'], (0x01 << 8) | (0x5c << 1)],
    ['deleted, in one byte', ['800:01'], (0x01 << 8) | (0x41 << 1)],
    ['one that is not read', [], (0x01 << 8) | (0x05 << 1)],
    ['the second list', ['83c:01'], (1 << 1) | 1],
    ['a list that is not there', [], (7 << 1) | 1],
  ])('%s', (_, expected, prm) => {
    expect(prmPrls(prm, lists).map(({ sprm, operand }) => `${sprm.toString(16)}:${operand.toString('hex')}`)).toEqual(
      expected,
    );
  });
});

test('of a value set many times the last stays, of rows every change, of what is not read nothing', () => {
  const prls = parsePrls(hex('3508 01  3c08 01  3508 00  3508 81  3e2a 01  2156 0001  2256 0001  2256 0102  3c08 00'));
  expect(settled(prls).map(({ sprm, operand }) => `${sprm.toString(16)}:${operand.toString('hex')}`)).toEqual([
    '835:81',
    '5622:0001',
    '5622:0102',
    '83c:00',
  ]);
});
