import { type ComponentType, lazy, Suspense } from 'react';
import type { Me } from '../../../src/model/index.ts';
import { Link } from '../router.tsx';
import { useSession } from './session.tsx';
import { useAccountWords } from './words.ts';

/** It brings a library along that who works alone on this machine does not need. */
const OwnMenu = lazy(
  (): Promise<{ default: ComponentType<{ me: Me }> }> =>
    import('./own-menu.tsx').then(
      ({ OwnMenu }) => ({ default: OwnMenu }),
      () => ({ default: () => null }),
    ),
);

/** In the masthead: who is signed in, or that whoever uses this machine is one person. */
export function AccountMenu() {
  const t = useAccountWords();
  const { me } = useSession();
  if (!me) return null;
  if (me.local) {
    return (
      <span className="local-person">
        <span>{t.local}</span> <Link href="/accounts">{t.makeFirst}</Link>
      </span>
    );
  }
  return (
    <Suspense fallback={<span className="local-person">{me.name}</span>}>
      <OwnMenu me={me} />
    </Suspense>
  );
}
