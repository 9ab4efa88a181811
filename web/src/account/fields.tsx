import { type InputHTMLAttributes, type ReactNode, type Ref, useId, useState } from 'react';
import { useAccountWords } from './words.ts';

type Input = InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> };

/** A labelled input; the hint is read with it. */
export function Field({ label, hint, after, ...input }: Input & { label: string; hint?: string; after?: ReactNode }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className="box">
        <input id={id} aria-describedby={hint ? `${id}-hint` : undefined} {...input} />
        {after}
      </span>
      {hint && <small id={`${id}-hint`}>{hint}</small>}
    </div>
  );
}

/** A password that can be looked at while it is typed: long ones are mistyped otherwise. */
export function PasswordField({ label, ...rest }: Input & { label: string; hint?: string }) {
  const t = useAccountWords();
  const [shown, setShown] = useState(false);
  return (
    <Field
      label={label}
      {...rest}
      type={shown ? 'text' : 'password'}
      required
      spellCheck={false}
      autoCapitalize="none"
      after={
        <button
          type="button"
          className="quiet"
          aria-pressed={shown}
          aria-label={`${shown ? t.hidePassword : t.showPassword}: ${label}`}
          onClick={() => setShown(!shown)}
        >
          {shown ? t.hidePassword : t.showPassword}
        </button>
      }
    />
  );
}

/** A password that is chosen: what it has to be is said with it. */
export function NewPasswordField({ label, name }: { label: string; name: string }) {
  const { passwordHint } = useAccountWords();
  return (
    <PasswordField
      label={label}
      name={name}
      autoComplete="new-password"
      minLength={12}
      maxLength={128}
      hint={passwordHint}
    />
  );
}

/** What went wrong, said at once to who does not see it. */
export function Refusal({ children }: { children: string | null }) {
  return (
    <p className="problem" role="alert">
      {children}
    </p>
  );
}
