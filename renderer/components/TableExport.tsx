import { type CsvValue, csvFile } from './csv-file.ts';
import { ExportMenu } from './ExportMenu.tsx';

interface TableExportProps {
  /** Description of the table, which is also the name of the file. */
  label: string;
  header: readonly string[];
  rows: () => readonly (readonly CsvValue[])[];
  className?: string | undefined;
}

/** Button that saves a table as CSV, for small tables without a menu. */
export function TableExport({ label, header, rows, className }: TableExportProps) {
  return <ExportMenu label={label} files={{ csv: () => csvFile(header, rows()) }} className={className} />;
}
