import { type CsvValue, csvFile } from './csv-file.ts';
import { ExportMenu } from './ExportMenu.tsx';

interface TableExportProps {
  /** What the table lists; also the name of the file. */
  label: string;
  header: readonly string[];
  rows: () => readonly (readonly CsvValue[])[];
  className?: string | undefined;
}

/** Button that saves a small table, which has no menu of its own, as CSV. */
export function TableExport({ label, header, rows, className }: TableExportProps) {
  return <ExportMenu label={label} files={{ csv: () => csvFile(header, rows()) }} className={className} />;
}
