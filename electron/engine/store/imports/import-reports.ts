import type { Database } from 'better-sqlite3';
import { QualityReport } from '../../../../shared/contract/import-report.ts';
import { parseStored } from '../parse-json.ts';

export function saveReport(db: Database, id: number, report: QualityReport): void {
  db.prepare('UPDATE imports SET report = ? WHERE id = ?').run(JSON.stringify(report), id);
}

/** The report stored with an import; null if there is none, as for imports made by older versions. */
export function readReport(db: Database, id: number): QualityReport | null {
  const text = db.prepare<[number], string | null>('SELECT report FROM imports WHERE id = ?').pluck().get(id);
  return text ? parseStored(QualityReport, text, `the report of import ${id}`) : null;
}
