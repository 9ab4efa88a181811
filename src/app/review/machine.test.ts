import { expect, test } from '@jest/globals';
import { event } from '../../../tests/app/reviewing.ts';
import { MACHINE, told } from './machine.ts';

test.each([
  ['figures_changed', MACHINE, 'vi', 'Đã trích xuất lại: một số số liệu chưa ai quyết định nay đã khác.'],
  ['figures_changed', MACHINE, 'en', 'Extracted again: some figures that nobody had decided on are others now.'],
  [
    'extracted again: figures nobody had decided on are others now',
    MACHINE,
    'vi',
    'Đã trích xuất lại: một số số liệu chưa ai quyết định nay đã khác.',
  ],
  ['a reason of a later version', MACHINE, 'vi', 'a reason of a later version'],
  ['figures_changed', 'Lan (lan)', 'vi', 'figures_changed'],
  ['toString', MACHINE, 'vi', 'toString'],
  [null, MACHINE, 'vi', null],
] as const)('%s of %s is told in %s as %s', (reason, who, language, expected) => {
  const made = { ...event('f1', 'state', null, null, who), reason };
  expect(told(made, language)).toEqual({ ...made, reason: expected });
});
