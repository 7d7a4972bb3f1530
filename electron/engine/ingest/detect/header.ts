import { fieldOfName } from './field-names.ts';
import { recogniseTimes } from './recognise-times.ts';

const TYPED = /^(.+):(?:token|token_seq|float|float_seq)$/;

export interface Header {
  /** Names for every column, each once; `column 3` where the file says none. */
  readonly columns: readonly string[];
  readonly header: boolean;
  /** Whether the header said types, as RecBole's atomic files do. */
  readonly typed: boolean;
}

/** Tells whether the first row names the columns, where that is not `known`, and gives each column a name. */
export function readHeader(rows: readonly (readonly string[])[], width: number, known: boolean | null = null): Header {
  const first = (rows[0] ?? []).map((cell) => cell.trim());
  const typed = first.length > 1 && first.every((cell) => TYPED.test(cell));
  const header = known ?? (typed || isHeader(first, rows.slice(1)));
  const names = header ? first.map((cell) => cell.replace(TYPED, '$1')) : [];
  return { columns: unique(names, header ? first.length : width), header, typed };
}

/** Names are words, they differ from each other, and they are known or unlike what stands below them. */
function isHeader(first: readonly string[], below: readonly (readonly string[])[]): boolean {
  const filled = first.filter((cell) => cell !== '');
  if (filled.length < first.length / 2 || filled.some(isValue)) return false;
  if (filled.some((cell) => fieldOfName(cell) !== null)) return true;
  if (below.length === 0 || new Set(filled).size < filled.length) return false;
  return first.some((_, c) => {
    const cells = below.slice(0, 50).map((row) => row[c] ?? '');
    return cells.filter(isValue).length > cells.length / 2;
  });
}

const isValue = (cell: string) => /^[-+]?[\d.,]*\d[\d.,]*$/.test(cell) || recogniseTimes([cell]).share === 1;

function unique(names: readonly string[], width: number): string[] {
  const taken = new Set<string>();
  return Array.from({ length: width }, (_, c) => {
    const base = names[c] || `column ${c + 1}`;
    let name = base;
    for (let n = 2; taken.has(name); n++) name = `${base} ${n}`;
    taken.add(name);
    return name;
  });
}
