import { evaluate, NoGold, report } from '../evaluate/index.ts';
import { VERSION } from '../model/index.ts';
import { EXIT, UsageError } from './exit.ts';

/** `ansinh evaluate`: prints the scores as a table, or as JSON; 1 where some documents gave no record. */
export async function evaluateFolder(directory: string, options: { json?: boolean; errors: number }): Promise<number> {
  const recordOf = async (path: string) => (await import('./record-of.ts')).recordOf(path);
  const evaluation = await evaluate(directory, VERSION, recordOf).catch((error: unknown) => {
    throw error instanceof NoGold ? new UsageError(error.message) : error;
  });
  const shown = { ...evaluation, errors: evaluation.errors.slice(0, options.errors) };
  process.stdout.write(options.json ? `${JSON.stringify(shown)}\n` : report(evaluation, options.errors));
  return evaluation.failures.length > 0 ? EXIT.someFailed : EXIT.done;
}
