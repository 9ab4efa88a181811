import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import { OwnAccountPage } from './own.tsx';
import { useSession } from './session.tsx';
import { SignInAgain, SignInPage } from './sign-in.tsx';

/** The pages, for who may see them. Where the service does not answer each page says so itself. */
export function Gate({ children }: { children: ReactNode }) {
  const { t } = useLanguage();
  const { step, me, ended } = useSession();
  if (step === 'asking') return <p className="loading">{t.loading}</p>;
  if (step === 'out') return <SignInPage />;
  if (me?.passwordDue) return <OwnAccountPage />;
  return (
    <>
      {children}
      {ended && <SignInAgain />}
    </>
  );
}
