import { type RefObject, useEffect } from 'react';
import { useLanguage } from '../i18n/language.tsx';

/** The dialog of keyboard shortcuts. Its `open` attribute is the browser's, so Esc and focus are the browser's too. */
export function KeysDialog({ dialog }: { dialog: RefObject<HTMLDialogElement | null> }) {
  const { t } = useLanguage();
  useEffect(() => {
    const element = dialog.current;
    const outside = (event: Event) => event.target === element && element?.close();
    element?.addEventListener('click', outside);
    return () => element?.removeEventListener('click', outside);
  }, [dialog]);
  const keys: [string[], string][] = [
    [['j', '↓'], t.keyNext],
    [['k', '↑'], t.keyPrevious],
    [['Enter'], t.keyEnter],
    [['/'], t.keyFilter],
    [['Esc'], t.keyEscape],
    [['?'], t.keyHelp],
  ];
  return (
    <dialog ref={dialog} className="keys" aria-labelledby="keys-title">
      <div>
        <h2 id="keys-title">{t.keys}</h2>
        <dl>
          {keys.map(([names, meaning]) => (
            <div key={meaning}>
              <dt>
                {names.map((name) => (
                  <kbd key={name}>{name}</kbd>
                ))}
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <button type="button" onClick={() => dialog.current?.close()}>
          {t.close}
        </button>
      </div>
    </dialog>
  );
}
