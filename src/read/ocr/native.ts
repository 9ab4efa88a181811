/** The `tesseract` program, where the machine has it with Vietnamese. */
import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { watch } from '../watch.ts';
import { ENGINE_LIMITS, type Engine, endingReply, pageMode } from './engine.ts';
import { writePgm } from './pgm.ts';

/** One thread a page: more of them, waiting for each other, make it seven times slower. */
const env = (): NodeJS.ProcessEnv => {
  const { PATH, TESSDATA_PREFIX, LD_LIBRARY_PATH } = process.env;
  return {
    OMP_THREAD_LIMIT: '1',
    ...(PATH && { PATH }),
    ...(TESSDATA_PREFIX && { TESSDATA_PREFIX }),
    ...(LD_LIBRARY_PATH && { LD_LIBRARY_PATH }),
  };
};

/** The engine, or null where there is no such program or it has no Vietnamese. */
export async function nativeEngine(): Promise<Engine | null> {
  try {
    const run = (option: string) => promisify(execFile)('tesseract', [option], { env: env(), timeout: 60_000 });
    const [languages, about] = [await run('--list-langs'), await run('--version')];
    if (!/^vie$/m.test(languages.stdout + languages.stderr)) return null;
    const version = /^tesseract v?(\S+)/.exec(about.stdout + about.stderr)?.[1] ?? '';
    return { name: `tesseract ${version}`.trim(), recognise };
  } catch {
    return null;
  }
}

const recognise: Engine['recognise'] = async (image, timeoutMs) => {
  const options = ['-l', 'vie', '--psm', pageMode(image), '--dpi', String(image.dpi), '-c', 'tessedit_create_hocr=1'];
  const child = spawn('tesseract', ['stdin', 'stdout', ...options], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: env(),
    windowsHide: true,
  });
  writePgm(image, child.stdin);
  return endingReply(await watch(child, child.stdout, { ...ENGINE_LIMITS, timeoutMs }));
};
