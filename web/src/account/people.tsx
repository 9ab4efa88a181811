import { useCallback, useEffect, useRef, useState } from 'react';
import type { Account, AccountRole, IssuedAccount } from '../../../src/model/index.ts';
import { ACCOUNT_ROLES } from '../../../src/model/person.ts';
import { useLanguage } from '../i18n/language.tsx';
import { Link } from '../router.tsx';
import { addAccount, changeAccount, listAccounts, resetPassword } from './api.ts';
import { Field, Refusal } from './fields.tsx';
import { FirstAccount } from './first.tsx';
import { useSession } from './session.tsx';
import { useSending } from './use-sending.ts';
import { useAccountWords } from './words.ts';

/** A one-time password: shown until it is handed over, never again. */
function Issued({ issued: { account, password }, onDone }: { issued: IssuedAccount; onDone: () => void }) {
  const t = useAccountWords();
  const [copied, setCopied] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const copy = () =>
    navigator.clipboard?.writeText(password ?? '').then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <section className="card issued">
      <h2 ref={heading} tabIndex={-1}>
        {t.issued(account.name)}
      </h2>
      <p className="lead">{t.issuedHint}</p>
      <p className="secret">
        <span className="second">{account.email}</span>
        <code>{password}</code>
      </p>
      <p className="buttons">
        <button type="button" onClick={() => void copy()}>
          {copied ? t.copied : t.copy}
        </button>
        <button type="button" onClick={onDone}>
          {t.done}
        </button>
      </p>
    </section>
  );
}

function Roles() {
  const t = useAccountWords();
  return ACCOUNT_ROLES.map((role) => (
    <option key={role} value={role}>
      {t.roles[role]}
    </option>
  ));
}

function AddForm({ onAdded }: { onAdded: (issued: IssuedAccount) => void }) {
  const t = useAccountWords();
  const { language } = useLanguage();
  const { busy, refusal, onSubmit } = useSending();
  const [role, setRole] = useState<AccountRole>('reviewer');
  return (
    <section className="card">
      <h2>{t.addTitle}</h2>
      <p className="lead">{t.addHint}</p>
      <form
        className="account-form wide"
        onSubmit={onSubmit(async ({ name = '', email = '' }, form) => {
          onAdded(await addAccount({ name, email, role }, language));
          form.reset();
        })}
      >
        <Field label={t.name} name="name" autoComplete="off" maxLength={200} required />
        <Field label={t.email} name="email" type="email" autoComplete="off" required />
        <div className="field">
          <label htmlFor="new-role">{t.role}</label>
          <select
            id="new-role"
            value={role}
            aria-describedby="new-role-hint"
            onChange={(event) => setRole(event.target.value as AccountRole)}
          >
            <Roles />
          </select>
        </div>
        <button type="submit" className="primary" disabled={busy}>
          {t.add}
        </button>
        <small id="new-role-hint">
          {t.mayDo(
            ACCOUNT_ROLES.slice(0, ACCOUNT_ROLES.indexOf(role) + 1)
              .map((one) => t.may[one])
              .join(', '),
          )}
        </small>
        <Refusal>{refusal}</Refusal>
      </form>
    </section>
  );
}

interface RowProps {
  account: Account;
  isMe: boolean;
  busy: boolean;
  onChange: (patch: { role?: AccountRole; disabled?: boolean }) => void;
  onReset: () => void;
}

function Row({ account, isMe, busy, onChange, onReset }: RowProps) {
  const t = useAccountWords();
  const { name, email, role, disabled } = account;
  return (
    <tr data-account={email} data-disabled={disabled}>
      <th scope="row">
        {name} {isMe && <span className="second">({t.you})</span>}
        <span className="email">{email}</span>
      </th>
      <td data-label={t.role}>
        <select
          value={role}
          disabled={busy}
          aria-label={t.roleOf(name)}
          onChange={(event) => onChange({ role: event.target.value as AccountRole })}
        >
          <Roles />
        </select>
      </td>
      <td data-label={t.state}>{disabled ? t.disabled : t.enabled}</td>
      <td data-label={t.actions}>
        {!isMe && (
          <>
            <button
              type="button"
              disabled={busy}
              aria-label={disabled ? t.enableOf(name) : t.disableOf(name)}
              onClick={() => onChange({ disabled: !disabled })}
            >
              {disabled ? t.enable : t.disable}
            </button>{' '}
            <button type="button" disabled={busy} aria-label={t.resetOf(name)} onClick={onReset}>
              {t.reset}
            </button>
          </>
        )}
      </td>
    </tr>
  );
}

function People() {
  const t = useAccountWords();
  const { language } = useLanguage();
  const { me, refresh } = useSession();
  const { busy, refusal, send } = useSending();
  const [accounts, setAccounts] = useState<Account[] | null>(null);
  const [issued, setIssued] = useState<IssuedAccount | null>(null);

  const load = useCallback(async () => setAccounts(await listAccounts(language)), [language]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: loaded once a language; every change loads again
  useEffect(() => void send(load), [load]);

  const change = (account: Account, patch: { role?: AccountRole; disabled?: boolean }) =>
    send(async () => {
      await changeAccount(account.id, patch, language);
      await load();
      if (account.id === me?.id) await refresh();
    });
  const show = async (next: IssuedAccount) => {
    setIssued(next);
    await load();
  };

  return (
    <>
      <h1>{t.accounts}</h1>
      <Refusal>{refusal}</Refusal>
      {issued && <Issued key={issued.password} issued={issued} onDone={() => setIssued(null)} />}
      {accounts && (
        <table className="accounts">
          <caption className="hidden">{t.accounts}</caption>
          <thead>
            <tr>
              <th scope="col">{t.name}</th>
              <th scope="col">{t.role}</th>
              <th scope="col">{t.state}</th>
              <th scope="col">{t.actions}</th>
            </tr>
          </thead>
          <tbody>
            {accounts.map((account) => (
              <Row
                key={account.id}
                account={account}
                isMe={account.id === me?.id}
                busy={busy}
                onChange={(patch) => void change(account, patch)}
                onReset={() => void send(async () => show(await resetPassword(account.id, language)))}
              />
            ))}
          </tbody>
        </table>
      )}
      <AddForm onAdded={(next) => void show(next)} />
    </>
  );
}

export function AccountsPage() {
  const t = useAccountWords();
  const { t: common } = useLanguage();
  const { me, may } = useSession();
  useEffect(() => {
    document.title = `${t.accounts} – ansinh`;
  }, [t]);
  if (!me) return null;
  if (!may('administrator')) {
    return (
      <main id="content" className="notice">
        <h1>{t.mayNot}</h1>
        <p>
          {t.signedInAs}: {me.name} ({t.roles[me.role]})
        </p>
        <Link href="/">{common.backToList}</Link>
      </main>
    );
  }
  return (
    <main id="content" className="account-page">
      {me.local ? <FirstAccount /> : <People />}
    </main>
  );
}
