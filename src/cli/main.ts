#!/usr/bin/env node
import { runCli } from './program.ts';

// A reader that has seen enough closes the pipe (`… | head`): that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await runCli(process.argv.slice(2));
