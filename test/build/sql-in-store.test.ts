import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const STORE = join('electron', 'engine', 'store');

/** Calls that pass SQL text to a SQLite connection, and the driver itself; a type alone reads nothing. */
const PATTERNS = [
  /\.\s*(prepare|pragma)\s*[<(]/g,
  /\b(db|database|sqlite)\s*\.\s*exec\s*\(/g,
  /\.\s*exec\s*\(\s*[`'"]\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|ATTACH|DETACH|PRAGMA|BEGIN|WITH)\b/gi,
  /^import (?!type )[^;]*'better-sqlite3'/gm,
];

/** Returns the places of a source that use SQLite, as `file:line`. */
function sqlIn(name: string, source: string): string[] {
  return PATTERNS.flatMap((pattern) =>
    [...source.matchAll(pattern)].map(({ index }) => `${name}:${source.slice(0, index).split('\n').length}`),
  );
}

function productFiles(): string[] {
  return ['electron', 'shared', 'renderer'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(folder, name)),
  );
}

describe('SQL', () => {
  it('is passed to SQLite only in electron/engine/store', () => {
    const places = productFiles()
      .filter((name) => !name.startsWith(STORE))
      .flatMap((name) => sqlIn(name, readFileSync(join(root, name), 'utf8')));
    const reason = `${places.join(', ')}: a statement belongs in ${STORE}, as a function named by what it returns; then a change of the tables is a change of one room`;
    expect(places, reason).toEqual([]);
  });

  it('is recognised in each form in which it is written', () => {
    const forms = [
      'db.prepare(sql)',
      'db\n  .prepare<[], number>(sql)',
      "workspace.db.pragma('user_version')",
      'db.exec(sql)',
      'connection.exec(`DROP TABLE users`)',
      "import Database from 'better-sqlite3';",
    ];
    for (const form of forms) expect(sqlIn('x.ts', form), form).toEqual([expect.stringMatching(/^x\.ts:[12]$/)]);
    for (const form of ["import type { Database } from 'better-sqlite3';", '/a/.exec(text)', 'prepareJob(input)'])
      expect(sqlIn('x.ts', form), form).toEqual([]);
  });
});
