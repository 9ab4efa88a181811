import { useEffect, useId, useRef } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import { signIn } from './api.ts';
import { Field, PasswordField, Refusal } from './fields.tsx';
import { useSession } from './session.tsx';
import { useSending } from './use-sending.ts';
import { useAccountWords } from './words.ts';

function SignInForm() {
  const t = useAccountWords();
  const { language } = useLanguage();
  const { refresh } = useSession();
  const { busy, refusal, onSubmit } = useSending();
  const hint = useId();
  const password = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (refusal) password.current?.select();
  }, [refusal]);
  return (
    <form
      className="account-form"
      onSubmit={onSubmit(async ({ email = '', password = '', remember }) => {
        const refused = await signIn({ email, password, remember: remember !== undefined }, language);
        if (refused) return refused;
        await refresh();
      })}
    >
      <Field label={t.email} name="email" type="email" autoComplete="username" required autoFocus />
      <PasswordField label={t.password} name="password" autoComplete="current-password" ref={password} />
      <div className="check">
        <input id={`${hint}-remember`} type="checkbox" name="remember" aria-describedby={hint} />
        <label htmlFor={`${hint}-remember`}>{t.remember}</label>
        <small id={hint}>{t.rememberHint}</small>
      </div>
      <Refusal>{refusal}</Refusal>
      <button type="submit" className="primary" disabled={busy}>
        {busy ? t.signingIn : t.signIn}
      </button>
      <p className="aside">{t.forgotten}</p>
    </form>
  );
}

/** Stands at whatever address was asked for, so that signing in leads there. */
export function SignInPage() {
  const t = useAccountWords();
  useEffect(() => {
    document.title = `${t.signIn} – ansinh`;
  }, [t]);
  return (
    <main id="content" className="account-page">
      <section className="card narrow">
        <h1>{t.signIn}</h1>
        <p className="lead">{t.signInHint}</p>
        <SignInForm />
      </section>
    </main>
  );
}

/** Over the page somebody was at work on when their session ended; there is no way past it but signing in. */
export function SignInAgain() {
  const t = useAccountWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="account-dialog"
      aria-labelledby={heading}
      onCancel={(event) => event.preventDefault()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <h2 id={heading}>{t.signInAgain}</h2>
      <p className="lead">{t.signInAgainHint}</p>
      <SignInForm />
    </dialog>
  );
}
