import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Problem, ProblemCode } from '../../../../shared/contract/examine.ts';
import type { RejectedRow } from '../../../../shared/contract/ingest.ts';
import type { LoadedFile } from '../stage/load-file.ts';

const EXAMPLES = 5;

/** Patterns of rejection reasons with their problem codes; the first match applies. */
const reasonCodes: readonly [looks: RegExp, code: ProblemCode][] = [
  [/^user is missing/, 'missing-user'],
  [/^action is missing/, 'missing-action'],
  [/^item is missing/, 'missing-item'],
  [/^time is missing|is not a time$/, 'bad-time'],
  [/is not a number$/, 'bad-number'],
  [/columns? instead of|quotation|carriage return|without items|too long|not UTF-8|NUL/i, 'structure'],
];

/** Groups the rejected rows by problem. A truncated last row is a problem of its own. */
export function rejectedProblems({ opened, rejected, rejectedCount }: LoadedFile): Problem[] {
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
    remedies: [],
  }));
}

function codeOf(reason: string): ProblemCode {
  return reasonCodes.find(([pattern]) => pattern.test(reason))?.[1] ?? 'other-rejected';
}

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
