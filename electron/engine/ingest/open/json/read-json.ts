import { statSync } from 'node:fs';
import { KEPT_REJECTED } from '../../check/check-file.ts';
import { damaged } from '../file-errors.ts';
import { LineMap } from '../line-map.ts';
import type { Opening } from '../open-context.ts';
import type { Table } from '../table.ts';
import { TableWriter } from '../table-writer.ts';
import { type DocumentFile, type DocumentVisitor, type Fault, readDocuments } from './documents.ts';
import { Flattener, type Plan } from './flatten.ts';
import { type Json, parseJson } from './parse.ts';

/** Documents from which the first plan is made. */
const SURVEYED = 2000;

/**
 * Writes the documents of a file as a table. The columns are those of its first documents; where later ones have more, it
 * is written once more. Throws FILE_TOO_WIDE, FILE_DAMAGED where there is no document at all, and DISK_FULL.
 */
export function readJson(source: DocumentFile, opening: Opening): Table {
  const path = opening.temporary();
  for (let plan = survey(source, opening); ; ) {
    const { table, next } = write(source, plan, path, opening);
    if (next === plan) return table;
    plan = next;
  }
}

class Enough extends Error {}

function survey(source: DocumentFile, opening: Opening): Plan {
  const documents: Json[] = [];
  let first: Fault | null = null;
  const stopAt = () => {
    if (documents.length >= SURVEYED) throw new Enough();
  };
  try {
    visit(source, opening, {
      document: (document) => documents.push(document) && stopAt(),
      fault: (fault) => {
        first ??= fault;
      },
    });
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  for (let plan: Plan = { columns: [], array: null }; ; ) {
    const flattener = new Flattener(plan, opening.file);
    for (const document of documents) flattener.rows(document);
    const next = flattener.next();
    if (next === plan && plan.columns.length === 0) throw nothing(opening, first);
    if (next === plan) return plan;
    plan = next;
  }
}

function nothing({ file }: Opening, first: Fault | null) {
  return damaged(file, first ? `document ${first.line} cannot be taken (${first.reason})` : 'it holds no JSON object');
}

function write(source: DocumentFile, plan: Plan, path: string, opening: Opening): { table: Table; next: Plan } {
  const flattener = new Flattener(plan, opening.file);
  const writer = new TableWriter(path, plan.columns);
  const lines = new LineMap();
  const rejected: Fault[] = [];
  let rejectedCount = 0;
  const reject = (fault: Fault) => {
    rejectedCount++;
    if (rejected.length < KEPT_REJECTED) rejected.push(fault);
  };
  try {
    visit(source, opening, {
      fault: reject,
      document(document, line, text) {
        const rows = flattener.rows(document);
        if (typeof rows === 'string') return reject({ line, reason: rows, text: text.slice(0, 2000) });
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
  const table = { path, written: { header: true }, lineOf: lines.lineOf.bind(lines), rejected, rejectedCount };
  return { table, next: flattener.next() };
}

interface Visitor {
  document(document: Json, line: number, text: string): void;
  fault(fault: Fault): void;
}

function visit(source: DocumentFile, opening: Opening, visitor: Visitor): void {
  const total = statSync(source.path).size;
  const each: DocumentVisitor = {
    fault: visitor.fault,
    progress: (bytes) => opening.step(bytes, total),
    document(text, line) {
      let document: Json;
      try {
        document = parseJson(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        visitor.fault({ line, reason: error.message, text: text.trim().slice(0, 2000) });
        return;
      }
      visitor.document(document, line, text);
    },
  };
  readDocuments(source, opening.limit, each);
}
