import { deflateSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { unpackWords } from './packed-words.ts';

const packed = (words: object[]) => deflateSync(JSON.stringify(words));
const WORD = { start: 3, end: 7, x: 1.5, y: 2, width: 30, height: 12 };

test.each([
  [[WORD, WORD], packed([WORD, WORD])],
  [[], packed([])],
  // As they were stored before.
  [[WORD], Buffer.from(JSON.stringify([WORD]))],
  [[], Buffer.from('[]')],
  // What cannot be words.
  [[], deflateSync('{"start": 3}')],
  [[], deflateSync('[{"start": "3"}]')],
  [[], Buffer.from('[{')],
  [[], Buffer.alloc(0)],
  [[], deflateSync(Buffer.alloc(65 * 1024 * 1024, ' '))],
])('gives %j', (expected, stored) => expect(unpackWords(stored)).toEqual(expected));
