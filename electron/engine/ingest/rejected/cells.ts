import type { RejectedSource } from '../../store/imports/rejected-source.ts';
import { RecordScanner } from '../check/record-scanner.ts';
import { TEXT_LIMIT } from '../check/row-visitor.ts';
import { splitRows } from '../detect/dialect.ts';

/** Names for the columns added to the file's own, distinct from those. */
export function extraColumnNames(columns: readonly string[]): { line: string; reason: string; row: string } {
  const unusedName = (name: string) => {
    let candidate = name;
    for (let n = 2; columns.includes(candidate); n++) candidate = `${name} ${n}`;
    return candidate;
  };
  return { line: unusedName('line'), reason: unusedName('reason'), row: unusedName('row') };
}

/** Splits a rejected row into cells; null if its structure is invalid, so that it cannot be split. */
export function cellsOf(
  text: string,
  { columns, dialect: { separator } }: Pick<RejectedSource, 'columns' | 'dialect'>,
): string[] | null {
  if (text.length >= TEXT_LIMIT || /^\s*[{[]/.test(text)) return null;
  const bytes = Buffer.from(text);
  const scanner = new RecordScanner({
    separator,
    quoted: separator !== ' ',
    columns: columns.length,
    header: false,
    newline: 10,
  });
  scanner.scan(bytes, 0, true);
  if (scanner.fault !== null || scanner.end < bytes.length) return null;
  return splitRows(text, separator)[0]?.slice(0, columns.length) ?? null;
}
