import { useState } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import { Dialog } from '../dialog.tsx';

interface AskProps {
  title: string;
  label: string;
  text?: string | undefined;
  start?: string;
  required?: boolean;
  action: string;
  onDone: (typed: string) => void;
  onClose: () => void;
}

/** Asks for a sentence. */
export function AskDialog({ title, label, text, start = '', required = false, action, onDone, onClose }: AskProps) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState(start);
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!required || typed.trim()) onDone(typed.trim());
        }}
      >
        {text && <p>{text}</p>}
        <label className="stacked">
          {label}
          <input
            type="text"
            autoComplete="off"
            maxLength={2000}
            value={typed}
            required={required}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <div className="form-actions">
          <button type="submit" className="primary">
            {action} <kbd>Enter</kbd>
          </button>
          <button type="button" onClick={onClose}>
            {t.desk.cancel} <kbd>Esc</kbd>
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Asks yes or no. */
export function ConfirmDialog({
  title,
  text,
  action,
  onDone,
  onClose,
}: {
  title: string;
  text: string;
  action: string | null;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useLanguage();
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{text}</p>
      <div className="form-actions">
        {action && (
          <button type="button" className="primary" onClick={onDone}>
            {action}
          </button>
        )}
        <button type="button" onClick={onClose}>
          {t.desk.cancel} <kbd>Esc</kbd>
        </button>
      </div>
    </Dialog>
  );
}
