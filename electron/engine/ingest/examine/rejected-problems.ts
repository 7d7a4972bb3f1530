import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Problem, ProblemCode } from '../../../../shared/contract/examine.ts';
import type { RejectedRow } from '../../../../shared/contract/import-rejected.ts';
import type { Field } from '../../../../shared/domain/mapping.ts';
import type { RejectionCode, RejectionReason } from '../../../../shared/domain/rejection.ts';
import type { LoadedFile } from '../stage/load-file.ts';

const EXAMPLES = 5;

/** Codes of rows whose shape is wrong. */
const STRUCTURE: ReadonlySet<RejectionCode> = new Set([
  'column-count',
  'open-quote',
  'text-after-quote',
  'carriage-return',
  'no-items',
  'not-utf8',
]);

/** Groups the rejected rows by problem. A truncated last row is a problem of its own. */
export function rejectedProblems({ opened, inspection, rejected, rejectedCount }: LoadedFile): Problem[] {
  const offersSessions = inspection.mapping.session !== undefined && !opened.request.sessionsAsUsers;
  const groups = new Map<ProblemCode, RejectedRow[]>();
  const last = rejected.at(-1);
  for (const row of rejected) {
    const code = row === last && isCutOff(opened.path, row) ? 'cut-off' : codeOf(row.reason);
    const group = groups.get(code);
    if (group) group.push(row);
    else groups.set(code, [row]);
  }
  const uncounted = rejectedCount - rejected.length;
  return [...groups].map(([code, rows], i) => ({
    code,
    severity: 'warning',
    // Rejected rows beyond the stored ones have no text; they are added to the first group, which is the largest in
    // such files.
    count: rows.length + (i === 0 ? uncounted : 0),
    facts: {},
    examples: rows.slice(0, EXAMPLES).map(({ text, ...row }) => ({ ...row, text: text.slice(0, 300) })),
    remedies: code === 'missing-user' && offersSessions ? [{ file: { sessionsAsUsers: true } }] : [],
  }));
}

function codeOf({ code, params }: RejectionReason): ProblemCode {
  if (code === 'missing') return missingCodes[params.field] ?? 'other-rejected';
  if (code === 'not-a-time') return 'bad-time';
  if (code === 'not-a-number') return 'bad-number';
  return STRUCTURE.has(code) ? 'structure' : 'other-rejected';
}

const missingCodes: Partial<Record<Field, ProblemCode>> = {
  user: 'missing-user',
  action: 'missing-action',
  item: 'missing-item',
  time: 'bad-time',
};

/** Whether a row is the last one of a file that does not end with a newline. */
function isCutOff(path: string, { text }: RejectedRow): boolean {
  if (text === '') return false;
  const handle = openSync(path, 'r');
  try {
    const { size } = fstatSync(handle);
    const tail = Buffer.alloc(Math.min(size, Buffer.byteLength(text) + 1));
    readSync(handle, tail, 0, tail.length, size - tail.length);
    return tail.at(-1) !== 10 && tail.toString().endsWith(text);
  } finally {
    closeSync(handle);
  }
}
