import { execFile } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '..', '..');

const newest = async (folder: string): Promise<number> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const times = await Promise.all(files.map(async (file) => (await stat(join(file.parentPath, file.name))).mtimeMs));
  return Math.max(0, ...times);
};

/** Builds the pages into dist/web, where the service looks for them, unless they are newer than their sources. */
export const buildPages = async (): Promise<void> => {
  const built = await stat(join(root, 'dist', 'web', 'index.html')).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
  if (built > (await newest(join(root, 'web')))) return;
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  // Vite takes React's development build under Jest's NODE_ENV.
  const env = { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' };
  const args = [vite, 'build', 'web', '--outDir', '../dist/web', '--emptyOutDir', '--logLevel', 'warn'];
  await promisify(execFile)(process.execPath, args, { cwd: root, env });
};
