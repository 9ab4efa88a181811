import { FIELD_OF } from '../card.tsx';
import type { Command, Commands } from '../state/commands.ts';
import type { Workbench } from '../workbench.ts';
import { changing } from './changing.ts';
import { deciding, takeSuggestion } from './deciding.ts';
import { moving } from './moving.ts';
import { report } from './report.ts';

/** Does what a key or a button asks for, on the desk as it stands. */
export function run(command: Command, bench: Workbench): void {
  const field = FIELD_OF[command];
  if (field) {
    if (bench.row) bench.form.edit(bench.row, field);
  } else if (/^suggestion\d$/.test(command)) takeSuggestion(bench, Number(command.at(-1)));
  else {
    const commands: Commands = { ...moving(bench), ...deciding(bench), ...changing(bench), ...report(bench) };
    commands[command]?.();
  }
}
