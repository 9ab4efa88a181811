import type { DocumentStatus } from '../../../src/model/index.ts';
import { useLanguage } from '../i18n/language.tsx';

export function Status({ status }: { status: DocumentStatus }) {
  const { t } = useLanguage();
  return (
    <span className="status" data-status={status}>
      {t.status[status]}
    </span>
  );
}
