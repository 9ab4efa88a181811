import { useLanguage } from '../i18n/language.tsx';
import { addAccount, signIn } from './api.ts';
import { Field, NewPasswordField, Refusal } from './fields.tsx';
import { useSession } from './session.tsx';
import { useSending } from './use-sending.ts';
import { useAccountWords } from './words.ts';

/** Ends the state in which whoever uses this machine is one person. */
export function FirstAccount() {
  const t = useAccountWords();
  const { language } = useLanguage();
  const { refresh } = useSession();
  const { busy, refusal, onSubmit } = useSending();
  return (
    <section className="card narrow">
      <h1>{t.firstTitle}</h1>
      {t.firstHint.map((sentence) => (
        <p key={sentence} className="lead">
          {sentence}
        </p>
      ))}
      <form
        className="account-form"
        onSubmit={onSubmit(async ({ name = '', email = '', password = '' }) => {
          await addAccount({ name, email, password, role: 'administrator' }, language);
          const refused = await signIn({ email, password, remember: false }, language);
          await refresh();
          return refused;
        })}
      >
        <Field label={t.name} name="name" autoComplete="name" hint={t.nameHint} maxLength={200} required />
        <Field label={t.email} name="email" type="email" autoComplete="username" required />
        <NewPasswordField label={t.password} name="password" />
        <Refusal>{refusal}</Refusal>
        <button type="submit" className="primary" disabled={busy}>
          {t.makeAccount}
        </button>
      </form>
    </section>
  );
}
