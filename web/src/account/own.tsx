import { useEffect, useState } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import { Link } from '../router.tsx';
import { changePassword } from './api.ts';
import { NewPasswordField, PasswordField, Refusal } from './fields.tsx';
import { useSession } from './session.tsx';
import { useSending } from './use-sending.ts';
import { useAccountWords } from './words.ts';

function PasswordForm({ due, onChanged }: { due: boolean; onChanged: () => Promise<void> }) {
  const t = useAccountWords();
  const { language } = useLanguage();
  const { busy, refusal, onSubmit } = useSending();
  return (
    <form
      className="account-form"
      onSubmit={onSubmit(async ({ current = '', next = '' }, form) => {
        if (next === current) return t.passwordSame;
        await changePassword({ current, next }, language);
        form.reset();
        await onChanged();
      })}
    >
      <PasswordField
        label={due ? t.oneTimePassword : t.currentPassword}
        name="current"
        autoComplete="current-password"
        autoFocus={due}
      />
      <NewPasswordField label={t.newPassword} name="next" />
      <Refusal>{refusal}</Refusal>
      <button type="submit" className="primary" disabled={busy}>
        {t.changePassword}
      </button>
    </form>
  );
}

/** One's own account; all there is to see as long as its password is a one-time one. */
export function OwnAccountPage() {
  const t = useAccountWords();
  const { me, refresh } = useSession();
  const [changed, setChanged] = useState(false);
  const due = me?.passwordDue === true;
  const title = due ? t.passwordDue : t.ownAccount;
  useEffect(() => {
    document.title = `${title} – ansinh`;
  }, [title]);
  if (!me) return null;
  return (
    <main id="content" className="account-page">
      <section className="card narrow">
        <h1>{title}</h1>
        {me.local ? (
          <p className="lead">
            {t.local} <Link href="/accounts">{t.makeFirst}</Link>
          </p>
        ) : (
          <>
            <p className="lead">{due ? t.passwordDueHint : `${me.name} · ${t.roles[me.role]}`}</p>
            {!due && <h2>{t.ownPassword}</h2>}
            <PasswordForm
              due={due}
              onChanged={async () => {
                setChanged(true);
                await refresh();
              }}
            />
            <p role="status" className="good">
              {changed && !due ? t.passwordChanged : ''}
            </p>
          </>
        )}
      </section>
    </main>
  );
}
