import { pino } from 'pino';
import { check, type Finding, type Looked } from '../app/index.ts';
import type { Config } from '../config.ts';
import { EXIT } from './exit.ts';
import { requireSchema, withStore } from './store.ts';

export interface CheckCommand {
  repair: boolean;
  deep: boolean;
  json: boolean;
  /** In minutes. */
  youngerThan: number;
}

type Outcome = 'found' | 'repaired' | 'not_repaired';
interface Report {
  add(finding: Finding, outcome: Outcome): void;
  end(looked: Looked, found: number, left: number): void;
}

const say = (text: string) => process.stdout.write(text);

const lines = (): Report => ({
  add: ({ code, thing, sentence, remedy }, outcome) =>
    say(
      `${code}\t${thing}\n    ${sentence} ${outcome === 'repaired' ? 'Repaired.' : outcome === 'found' ? remedy : `Not repaired. ${remedy}`}\n`,
    ),
  end: ({ documents, blobs, jobs }, found, left) =>
    say(
      `${documents} documents, ${blobs} blobs and ${jobs} jobs looked at: ${found === 0 ? 'all is as it should be' : `${found} findings, ${left} left`}.\n`,
    ),
});

/** One value, written as it grows. */
const json = (): Report => {
  let before = '{"findings":[';
  return {
    add: ({ code, thing, sentence, remedy }, outcome) => {
      say(`${before}\n${JSON.stringify({ code, thing, sentence, remedy, outcome })}`);
      before = ',';
    },
    end: (looked, found, left) => {
      say(`${before === ',' ? '' : before}\n],"looked":${JSON.stringify(looked)},"found":${found},"left":${left}}\n`);
    },
  };
};

const mend = async ({ repair }: Finding): Promise<Outcome> => {
  if (repair === null) return 'not_repaired';
  return repair().then(
    () => 'repaired',
    () => 'not_repaired',
  );
};

/** `ansinh check`: 0 where all is as it should be or was repaired, 1 where findings are left. */
export const checkStore = (config: Config, command: CheckCommand): Promise<number> => {
  const log = pino({ level: 'silent' });
  return withStore(config, log, {}, async ({ databaseUrl, openQueue, ...store }) => {
    await requireSchema(databaseUrl);
    const report = command.json ? json() : lines();
    const looked: Looked = { documents: 0, blobs: 0, jobs: 0 };
    const options = { deep: command.deep, youngerThan: command.youngerThan * 60_000 };
    let [found, left] = [0, 0];
    for await (const finding of check({ ...store, queue: await openQueue(), log }, options, looked)) {
      const outcome = command.repair ? await mend(finding) : 'found';
      found += 1;
      left += outcome === 'repaired' ? 0 : 1;
      report.add(finding, outcome);
    }
    report.end(looked, found, left);
    return left === 0 ? EXIT.done : EXIT.someFailed;
  });
};
