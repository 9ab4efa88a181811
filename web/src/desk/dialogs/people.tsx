import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import { getPeople } from '../api.ts';
import { Dialog, Leave } from '../dialog.tsx';

export function PeopleDialog({
  onDone,
  onClose,
  me,
}: {
  onDone: (id: string) => void;
  onClose: () => void;
  me: string;
}) {
  const { t, language } = useLanguage();
  const d = t.desk;
  const { data, error } = useQuery({ queryKey: ['people'], queryFn: () => getPeople(language) });
  const others = (data ?? []).filter(({ id }) => id !== me);
  const list = useRef<HTMLUListElement>(null);
  // They come after the dialog has opened, and given the focus to its only button.
  useEffect(() => {
    if (data) list.current?.querySelector('button')?.focus();
  }, [data]);
  return (
    <Dialog title={d.handOverTo} onClose={onClose}>
      {error && <p className="problem">{d.actionFailed}</p>}
      {data && others.length === 0 && <p>{d.nobodyElse}</p>}
      <ul className="people" ref={list}>
        {others.map(({ id, name }) => (
          <li key={id}>
            <button type="button" onClick={() => onDone(id)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
      <Leave name={d.cancel} onLeave={onClose} />
    </Dialog>
  );
}
