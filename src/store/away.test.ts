import { expect, test } from '@jest/globals';
import { isAway } from './away.ts';

const said = (message: string) => new Error(message);
const told = (code: string) => Object.assign(new Error('x'), { code, severity: 'ERROR' });

test.each([
  ['the connection was cut', said('Connection terminated unexpectedly')],
  ['the connection could not be made in time', said('Connection terminated due to connection timeout')],
  ['no connection was free in time', said('timeout exceeded when trying to connect')],
  ['the connection was cut before', said('Client has encountered a connection error and is not queryable')],
  ['the server is stopping', told('57P01')],
  ['the server is starting', told('57P03')],
  ['there are too many connections', told('53300')],
  ['the disk is full', told('53100')],
  ['two transactions waited for each other', told('40P01')],
])('away: %s', (_, error) => expect(isAway(error)).toBe(true));

test.each([
  ['a value is not of its type', told('22P02')],
  ['a key is there already', told('23505')],
  ['a column is missing', told('42703')],
  ['code is wrong', new TypeError('x is not a function')],
  ['nothing was thrown', undefined],
])('not away: %s', (_, error) => expect(isAway(error)).toBe(false));
