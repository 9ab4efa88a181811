import type { Ended, ErrorCount, Event, Plan, Progress } from '../backfill/index.ts';

/** Where a back-fill says what happens: sentences and progress for people, or lines of JSON for programs. */
export interface Outlet {
  event(event: Event): void;
  doubt(sentence: string): void;
  plan(plan: Plan): void;
  ended(ended: Ended): void;
  /** There was not one file. */
  nothing(folders: readonly string[]): void;
  /** All has been said; what is in hand comes to its end. */
  closing(): void;
}

/** How often a line of progress is written where there is no terminal, in milliseconds. */
const LINE_EVERY = 5000;
const BAR = 20;

const out = (text: string) => process.stdout.write(`${text}\n`);
const number = (count: number): string => count.toLocaleString('en-US');
const files = (count: number): string => `${number(count)} ${count === 1 ? 'file' : 'files'}`;

const duration = (seconds: number): string => {
  const minutes = Math.ceil(seconds / 60);
  if (seconds < 60) return `${seconds} s`;
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
};

const NOTHING = (folders: readonly string[]) =>
  `There is nothing to back-fill in ${folders.join(', ')}: no files, or all of them are left out. Check the folder, --include and --exclude.`;

/** "[████░░░░] 3,210 of 10,000 · 12.3 documents/s · 9 min left · damaged 3" */
export const progressOf = (progress: Progress): string => {
  const { found, pending, errors, perSecond, secondsLeft, walked } = progress;
  const through = found - pending;
  const full = found === 0 ? 0 : Math.floor((BAR * through) / found);
  return [
    `[${'█'.repeat(full)}${'░'.repeat(BAR - full)}] ${number(through)} of ${number(found)}${walked ? '' : ' so far'}`,
    ...(perSecond === null ? [] : [`${perSecond.toFixed(1)} documents/s`]),
    ...(secondsLeft === null || pending === 0 ? [] : [`${duration(secondsLeft)} left`]),
    ...(errors.length === 0 ? [] : [errors.map(({ code, count }) => `${code} ${number(count)}`).join(', ')]),
  ].join(' · ');
};

const SKIPPED = {
  system: 'hidden or temporary',
  link: 'links',
  special: 'no ordinary files',
  own: 'of ansinh itself',
  excluded: 'as asked',
};

/** The last table: what was found, and what became of it. */
export const tableOf = ({ totals, stopped, reason, batches, walked }: Ended, server: string | null): string => {
  const rows = (['found', 'done', 'duplicate', 'failed', 'pending'] as const).map((name): [string, string] => [
    name,
    number(totals[name]),
  ]);
  const width = Math.max(...rows.map(([, count]) => count.length));
  const skipped = Object.entries(totals.skipped).map(
    ([why, count]) => `${number(count)} ${SKIPPED[why as keyof typeof SKIPPED]}`,
  );
  return [
    ...rows.map(([name, count]) => `${name.padEnd(10)}${count.padStart(width)}`),
    ...totals.errors.map(
      (error: ErrorCount) => `\n${error.code}: ${files(error.count)}. ${error.message}\n  ${error.remedy}`,
    ),
    ...(skipped.length > 0 ? [`\nleft out: ${skipped.join(', ')}`] : []),
    ...(server === null
      ? []
      : batches.map(({ id, name }) => `\n${name}: ${server.replace(/\/+$/u, '')}/batches/${id}`)),
    ...(stopped === 'given up'
      ? [`\nGiven up: ${reason}. Run the same command again: it goes on where it stopped, nothing is sent twice.`]
      : []),
    ...(stopped === 'interrupted' && (totals.pending > 0 || !walked)
      ? ['\nInterrupted. Run the same command again: it goes on where it stopped, nothing is sent twice.']
      : []),
  ].join('\n');
};

const sentenceOf = (event: Event): string | null => {
  switch (event.event) {
    case 'failed':
      return `${event.file}: ${event.code}: ${event.message} ${event.remedy}`;
    case 'batch':
      return event.found > 0
        ? `Batch "${event.name}" goes on: ${files(event.found)} of it are known.`
        : `Batch "${event.name}" begins.`;
    case 'waiting':
      return `Nothing goes through: ${event.reason}. It is tried again for ${duration(event.seconds)}.`;
    case 'back':
      return 'It goes through again.';
    case 'paused':
      return `Batch "${event.batch}" is paused: nothing of it is worked on until somebody resumes it.`;
    case 'stale':
      return `${files(event.count)} of an earlier run are not in these folders any more, so they stay pending. Bring them back and run again, or cancel the batch.`;
    case 'progress':
      return null;
  }
};

const forPeople = (server: string | null): Outlet => {
  const terminal = process.stderr.isTTY ? process.stderr : null;
  let shown = '';
  let shownAt = 0;
  const clear = () => {
    if (terminal && shown) terminal.write('\r\x1b[K');
    if (terminal) shown = '';
  };
  const say = (sentence: string) => {
    clear();
    process.stderr.write(`${sentence}\n`);
  };
  const progress = (line: string) => {
    if (terminal) {
      terminal.write(`\r\x1b[K${[...line].slice(0, Math.max(20, (terminal.columns || 80) - 1)).join('')}`);
      shown = line;
    } else if (line !== shown && Date.now() - shownAt >= LINE_EVERY) {
      process.stderr.write(`${line}\n`);
      [shown, shownAt] = [line, Date.now()];
    }
  };
  return {
    event: (event) => {
      if (event.event === 'progress') return event.found > 0 ? progress(progressOf(event)) : undefined;
      const sentence = sentenceOf(event);
      if (sentence) say(sentence);
    },
    doubt: say,
    plan: ({ files: found, failed, skipped }) => {
      for (const { path, state, given, batch } of found) {
        out([state, path, given.place ?? '', given.year ?? '', batch].join('\t'));
      }
      for (const { path, code, message, remedy } of failed) say(`${path}: ${code}: ${message} ${remedy}`);
      const of = (state: string) => found.filter((file) => file.state === state).length;
      say(
        `${files(of('new'))} would be sent, ${number(of('known'))} are in the ledger already, ${number(of('copy'))} are copies of others here, ` +
          `${number(failed.length)} cannot be sent, ${number(skipped.length)} are left out. Nothing was written.`,
      );
    },
    ended: (ended) => {
      clear();
      out(tableOf(ended, server));
    },
    nothing: (folders) => say(NOTHING(folders)),
    closing: clear,
  };
};

const forPrograms = (): Outlet => {
  const line = (value: object) => out(JSON.stringify(value));
  return {
    event: line,
    doubt: (message) => line({ event: 'doubt', message }),
    plan: ({ files: found, failed, skipped }) => {
      for (const file of found) line({ event: 'file', ...file });
      for (const { path, ...problem } of failed) line({ event: 'failed', file: path, ...problem });
      const of = (state: string) => found.filter((file) => file.state === state).length;
      line({
        event: 'plan',
        new: of('new'),
        known: of('known'),
        copy: of('copy'),
        failed: failed.length,
        skipped: skipped.length,
      });
    },
    ended: ({ totals, sent, batches, stopped, reason }) =>
      line({ event: 'summary', ...totals, sent, batches, stopped, reason }),
    nothing: (folders) => line({ event: 'nothing', message: NOTHING(folders) }),
    closing: () => undefined,
  };
};

export const outletFor = ({ json, server }: { json: boolean; server: string | null }): Outlet =>
  json ? forPrograms() : forPeople(server);
