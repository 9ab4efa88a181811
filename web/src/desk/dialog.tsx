import { type ReactNode, useEffect, useId, useRef } from 'react';

interface Props {
  title: string;
  onClose: () => void;
  wide?: boolean;
  children: ReactNode;
  onKeyDown?: (event: React.KeyboardEvent) => void;
}

/** A dialog of the browser's own: it holds the focus, and Esc leaves it. It is open as long as it is there. */
export function Dialog({ title, onClose, wide = false, children, onKeyDown }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  const heading = useId();
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    const closed = () => close.current();
    const outside = (event: Event) => event.target === element && element?.close();
    element?.showModal();
    element?.addEventListener('close', closed);
    element?.addEventListener('click', outside);
    return () => {
      element?.removeEventListener('close', closed);
      element?.removeEventListener('click', outside);
      element?.close();
      // A key that came as it closed may have opened a form by now: its field keeps the focus.
      const now = document.activeElement;
      const isFree = now === null || now === document.body || element?.contains(now);
      if (isFree && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog ref={dialog} className="keys desk-dialog" data-wide={wide} aria-labelledby={heading} onKeyDown={onKeyDown}>
      <div>
        <h2 id={heading}>{title}</h2>
        {children}
      </div>
    </dialog>
  );
}

/** The foot of a dialog that only shows something. */
export function Leave({ name, onLeave }: { name: string; onLeave: () => void }) {
  return (
    <div className="form-actions">
      <button type="button" onClick={onLeave}>
        {name} <kbd>Esc</kbd>
      </button>
    </div>
  );
}
