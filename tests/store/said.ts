import { jest } from '@jest/globals';

/** What a command answers and writes to standard output. */
export const said = async (command: () => Promise<number>): Promise<{ code: number; text: string }> => {
  let text = '';
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    jest.spyOn(process[name], 'write').mockImplementation((chunk) => {
      if (name === 'stdout') text += String(chunk);
      return true;
    }),
  );
  try {
    return { code: await command(), text };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
};
