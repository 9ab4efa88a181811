import type { DocumentStatus, DocumentView } from '../../../src/model/index.ts';
import { useLanguage } from '../i18n/language.tsx';

interface Props {
  status: DocumentStatus;
  /** Of a scan that is being recognised. */
  progress?: DocumentView['progress'];
}

export function Status({ status, progress }: Props) {
  const { t } = useLanguage();
  return (
    <span className="status" data-status={status}>
      {progress ? t.recognising(progress) : t.status[status]}
    </span>
  );
}
