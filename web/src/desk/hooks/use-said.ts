import { useState } from 'react';

export interface Saying {
  /** What was last done. */
  said: string;
  /** Why something was not. */
  problem: string;
  say: (words: string) => void;
  complain: (words: string) => void;
}

/** What the desk tells the person: the last word takes the place of the one before. */
export function useSaid(): Saying {
  const [words, set] = useState({ said: '', problem: '' });
  const [tell] = useState(() => ({
    say: (said: string) => set({ said, problem: '' }),
    complain: (problem: string) => set({ said: '', problem }),
  }));
  return { ...words, ...tell };
}
