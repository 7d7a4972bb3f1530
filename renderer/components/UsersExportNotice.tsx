import { useTranslation } from 'react-i18next';
import { baseName } from '../base/base-name.ts';
import { ExportNotice } from './ExportNotice.tsx';

interface UsersExportNoticeProps {
  title: string;
  /** The exported file and its number of rows, one per user. */
  exported: { file: string; rows: number };
}

/** Notice of a finished export of users. */
export function UsersExportNotice({ title, exported: { file, rows } }: UsersExportNoticeProps) {
  const { t } = useTranslation();
  const name = baseName(file);
  return <ExportNotice title={title} text={t('terms.rowsWritten', { file: name, count: rows })} name={name} />;
}
