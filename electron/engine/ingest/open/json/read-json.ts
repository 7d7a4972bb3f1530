import { statSync } from 'node:fs';
import type { RejectedRow } from '../../../../../shared/contract/import-rejected.ts';
import { MAX_STORED_REJECTED } from '../../check/check-file.ts';
import { damagedFile } from '../file-errors.ts';
import { LineMap } from '../line-map.ts';
import type { OpenContext } from '../open-context.ts';
import type { Table } from '../table.ts';
import { TableWriter } from '../table-writer.ts';
import { type DocumentFile, type DocumentVisitor, readDocuments } from './documents.ts';
import { Flattener, type Plan } from './flatten.ts';
import { type Json, JsonSyntaxError, parseJson } from './parse.ts';

/** Number of documents from which the first plan is made. */
const SURVEY_DOCUMENTS = 2000;

/**
 * Writes the documents of a file as a table. The columns are those of the first documents; if later ones have more, the
 * table is written again. Throws FILE_TOO_WIDE, DISK_FULL, and FILE_DAMAGED if there is no document.
 */
export function readJson(source: DocumentFile, context: OpenContext): Table {
  const path = context.temporary();
  for (let plan = survey(source, context); ; ) {
    const { table, next } = writeTable(source, plan, path, context);
    if (next === plan) return table;
    plan = next;
  }
}

class SurveyComplete extends Error {}

function survey(source: DocumentFile, context: OpenContext): Plan {
  const documents: Json[] = [];
  let firstRejectedRow: RejectedRow | null = null;
  const stopWhenComplete = () => {
    if (documents.length >= SURVEY_DOCUMENTS) throw new SurveyComplete();
  };
  try {
    visit(source, context, {
      document: (document) => documents.push(document) && stopWhenComplete(),
      fault: (fault) => {
        firstRejectedRow ??= fault;
      },
    });
  } catch (error) {
    if (!(error instanceof SurveyComplete)) throw error;
  }
  for (let plan: Plan = { columns: [], array: null }; ; ) {
    const flattener = new Flattener(plan, context.file);
    for (const document of documents) flattener.rows(document);
    const next = flattener.nextPlan();
    if (next === plan && plan.columns.length === 0) throw noDocuments(context, firstRejectedRow);
    if (next === plan) return plan;
    plan = next;
  }
}

function noDocuments({ file }: OpenContext, firstRejectedRow: RejectedRow | null) {
  if (!firstRejectedRow) return damagedFile(file, { variant: 'no-json' });
  const { line, reason } = firstRejectedRow;
  return damagedFile(file, { variant: 'document', part: String(line), reason });
}

function writeTable(
  source: DocumentFile,
  plan: Plan,
  path: string,
  context: OpenContext,
): { table: Table; next: Plan } {
  const flattener = new Flattener(plan, context.file);
  const writer = new TableWriter(path, plan.columns);
  const lines = new LineMap();
  const rejected: RejectedRow[] = [];
  let rejectedCount = 0;
  const reject = (fault: RejectedRow) => {
    rejectedCount++;
    if (rejected.length < MAX_STORED_REJECTED) rejected.push(fault);
  };
  try {
    visit(source, context, {
      fault: reject,
      document(document, line, text) {
        const rows = flattener.rows(document);
        if ('code' in rows) return reject({ line, reason: rows, text: text.slice(0, 2000) });
        for (const row of rows) {
          const reason = writer.row(row);
          if (reason === null) lines.add(line);
          else reject({ line, reason, text: text.slice(0, 2000) });
        }
      },
    });
  } finally {
    writer.close();
  }
  const table = { path, copyFormat: { header: true }, lineOf: lines.lineOf.bind(lines), rejected, rejectedCount };
  return { table, next: flattener.nextPlan() };
}

interface Visitor {
  document(document: Json, line: number, text: string): void;
  fault(fault: RejectedRow): void;
}

function visit(source: DocumentFile, context: OpenContext, visitor: Visitor): void {
  const total = statSync(source.path).size;
  const textVisitor: DocumentVisitor = {
    fault: visitor.fault,
    progress: (bytes) => context.onProgress(bytes, total),
    document(text, line) {
      let document: Json;
      try {
        document = parseJson(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
      } catch (error) {
        if (!(error instanceof JsonSyntaxError)) throw error;
        visitor.fault({ line, reason: { code: 'not-json', params: error.params }, text: text.trim().slice(0, 2000) });
        return;
      }
      visitor.document(document, line, text);
    },
  };
  readDocuments(source, context.limit, textVisitor);
}
