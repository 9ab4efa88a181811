/**
 * The order of the suites where Jest does not know yet how long they take (a fresh clone): it would go by the size of
 * their files, and the longest are short to write. What takes most of the processor goes first.
 */
import Sequencer from '@jest/test-sequencer';

const LONGEST = [
  'tests/faults/faults',
  'tests/web/desk',
  'tests/contracts/servers',
  'tests/contracts/embedded',
  'tests/cli/backfill',
  'tests/web/batches',
  'tests/read/hostile-files',
  'tests/web/page',
  'tests/web/viewer',
  'tests/pipeline/pipeline',
  'tests/web/desk-people',
  'tests/cli/extract',
  'tests/read/scan',
  'tests/http/api',
  'tests/web/pictures',
  'tests/read/hostile',
  'tests/http/pictures',
  'tests/http/accounts',
  'tests/extract/hostile',
];

const rank = ({ path }) => {
  const found = LONGEST.findIndex((name) => path.replaceAll('\\', '/').endsWith(`/${name}.test.ts`));
  return found === -1 ? LONGEST.length : found;
};

export default class LongestFirst extends Sequencer {
  async sort(tests) {
    return [...(await super.sort(tests))].sort((a, b) => rank(a) - rank(b));
  }
}
