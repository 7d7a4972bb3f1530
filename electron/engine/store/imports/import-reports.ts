import type { Database } from 'better-sqlite3';
import { QualityReport } from '../../../../shared/contract/import-report.ts';

export function saveReport(db: Database, id: number, report: QualityReport): void {
  db.prepare('UPDATE imports SET report = ? WHERE id = ?').run(JSON.stringify(report), id);
}

/** The report that was kept with an import; null where none was, as in imports of older versions. */
export function readReport(db: Database, id: number): QualityReport | null {
  const text = db.prepare<[number], string | null>('SELECT report FROM imports WHERE id = ?').pluck().get(id);
  return text ? QualityReport.parse(JSON.parse(text)) : null;
}
