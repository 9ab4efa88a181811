import { useEffect, useState } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import { Link } from '../router.tsx';
import { batchAddress, getBatch } from './api.ts';

/** The names of batches never change: each is asked for once. */
const names = new Map<string, Promise<string>>();

function useName(id: string): string | null {
  const { language } = useLanguage();
  const [name, setName] = useState<string | null>(null);
  useEffect(() => {
    let here = true;
    const asked = names.get(id) ?? getBatch(id, language).then((batch) => batch.name);
    names.set(id, asked);
    asked.then(
      (known) => here && setName(known),
      () => names.delete(id),
    );
    return () => {
      here = false;
    };
  }, [id, language]);
  return name;
}

/** Beside a document: the batch it came in. */
export function BatchLink({ id }: { id: string }) {
  const { t } = useLanguage();
  return (
    <span className="filename">
      {t.inBatch} <Link href={batchAddress(id)}>{useName(id) ?? '…'}</Link>
    </span>
  );
}
