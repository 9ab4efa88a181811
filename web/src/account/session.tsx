import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { AccountRole, Me } from '../../../src/model/index.ts';
import { mayAs } from '../../../src/model/person.ts';
import { SIGNED_OUT } from '../api.ts';
import { useLanguage } from '../i18n/language.tsx';
import { getMe } from './api.ts';

interface Session {
  /** `asking` is the first moment only; `away`: the service does not answer, and is asked again. */
  step: 'asking' | 'away' | 'out' | 'in';
  /** Who is signed in, or was until the session ended. */
  me: Me | null;
  /** The session ended while somebody was at work: the page stays as it is until they sign in again. */
  ended: boolean;
  /** Whether they may what this role may; nobody may anything. */
  may(role: AccountRole): boolean;
  /** Asks again who is signed in. */
  refresh(): Promise<void>;
}

const Context = createContext<Session | null>(null);
const RETRY_MS = 5_000;

/** Another person starts from a page of their own; who made the first account, or signs in again, goes on. */
const goesOn = (before: Me | null, now: Me): boolean => before === null || before.local || before.id === now.id;

export function SessionProvider({ children }: { children: ReactNode }) {
  const { language } = useLanguage();
  const [state, setState] = useState<Pick<Session, 'step' | 'me' | 'ended'>>({
    step: 'asking',
    me: null,
    ended: false,
  });
  const latest = useRef(state);
  latest.current = state;
  const said = useRef(language);
  said.current = language;

  const refresh = useCallback(async () => {
    const { me: before } = latest.current;
    try {
      const me = await getMe(said.current);
      if (!me) setState({ step: before ? 'in' : 'out', me: before, ended: before !== null });
      else if (goesOn(before, me)) setState({ step: 'in', me, ended: false });
      else location.reload();
    } catch {
      if (latest.current.step !== 'in') setState({ step: 'away', me: null, ended: false });
    }
  }, []);

  useEffect(() => {
    void refresh();
    const asked = () => void refresh();
    addEventListener(SIGNED_OUT, asked);
    return () => removeEventListener(SIGNED_OUT, asked);
  }, [refresh]);

  useEffect(() => {
    if (state.step !== 'away') return;
    const timer = setInterval(() => void refresh(), RETRY_MS);
    return () => clearInterval(timer);
  }, [state.step, refresh]);

  const session = useMemo(
    () => ({ ...state, refresh, may: (role: AccountRole) => state.me !== null && mayAs(state.me.role, role) }),
    [state, refresh],
  );
  return <Context value={session}>{children}</Context>;
}

export function useSession(): Session {
  const session = useContext(Context);
  if (!session) throw new Error('useSession outside SessionProvider');
  return session;
}
