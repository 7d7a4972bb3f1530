import type { Database } from 'better-sqlite3';
import { userMerger } from '../../store/imports/merge-users.ts';
import { removeDerivedOfDeletedUsers } from '../../store/imports/undo-derived.ts';
import { insertUser, userFinder } from '../../store/names/dictionaries.ts';
import { aliasWriter, eachAlias } from '../../store/names/identities.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import type { LoadedFile } from '../stage/load-file.ts';
import { quoteSql } from '../stage/read-sql.ts';
import { USABLE } from '../stage/stage.ts';
import { lastIdOf } from './dictionaries.ts';

/** Maximum number of resolution steps for chained aliases; what is still unresolved after them is a cycle. */
const MAX_CHAIN_LENGTH = 16;

/**
 * Replaces aliases of users (an anonymous id, an old account) in the files by the user's own name, as far as the
 * workspace or these files know them: from an identity table, or from rows that contain both names. An alias belongs to
 * the user with whom it first appears.
 */
export async function mergeIdentities(duck: DuckDb, db: Database, loaded: readonly LoadedFile[]): Promise<void> {
  await loadAliases(duck, db);
  for (const { staged } of loaded) {
    if (!staged.fields.has('alias') || !staged.fields.has('user')) continue;
    await duck.run(`INSERT INTO aliases SELECT alias, first, '${staged.table}' FROM (
        SELECT alias, arg_min("user", rowid) AS first, min(rowid) AS place FROM ${staged.table}
        WHERE ${USABLE} AND alias IS NOT NULL AND alias <> "user" GROUP BY alias ORDER BY place) pairs
      WHERE NOT EXISTS (SELECT 1 FROM aliases a WHERE a.alias = pairs.alias)`);
  }
  if ((await duck.number('SELECT count(*) FROM aliases')) === 0) return;
  await resolveChains(duck);
  for (const { staged } of loaded) {
    if (!staged.fields.has('user')) continue;
    await duck.run(`UPDATE ${staged.table} SET "user" = aliases."user" FROM aliases
      WHERE aliases.alias = ${staged.table}."user"`);
  }
}

/** Stores the aliases found in a file, and reassigns the workspace's data under an alias to its user. */
export async function writeIdentities(duck: DuckDb, db: Database, { staged }: LoadedFile, id: number): Promise<void> {
  if (!staged.fields.has('alias')) return;
  const write = aliasWriter(db, id);
  const idOf = userFinder(db);
  const merge = userMerger(db);
  let merged = false;
  const sql = `SELECT alias, "user" FROM aliases WHERE origin = '${staged.table}' ORDER BY rowid`;
  for await (const chunk of duck.stream(sql)) {
    const [aliases = [], users = []] = chunk.getColumns();
    for (let row = 0; row < aliases.length; row++) {
      const [alias, user] = [String(aliases[row]), String(users[row])];
      write(alias, user);
      const from = idOf(alias);
      if (from === null) continue;
      merge(from, idOf(user) ?? (await addUser(duck, db, user)));
      merged = true;
    }
  }
  if (merged) removeDerivedOfDeletedUsers(db);
}

/** Adds a user to DuckDB and to the store. */
async function addUser(duck: DuckDb, db: Database, name: string): Promise<number> {
  const id = 1 + (await lastIdOf(duck, db, 'users'));
  await duck.run(`INSERT INTO users (id, name) VALUES (${id}, ${quoteSql(name)})`);
  insertUser(db, id, name);
  return id;
}

async function loadAliases(duck: DuckDb, db: Database): Promise<void> {
  await duck.run('CREATE OR REPLACE TABLE aliases (alias VARCHAR, "user" VARCHAR, origin VARCHAR)');
  const appender = await duck.appender('aliases');
  for (const { alias, user } of eachAlias(db)) {
    appender.appendVarchar(alias);
    appender.appendVarchar(user);
    appender.appendNull();
    appender.endRow();
  }
  appender.closeSync();
}

/**
 * Resolves each alias to the user at the end of its chain; of two that name each other, the first counts, and longer
 * cycles are removed.
 */
async function resolveChains(duck: DuckDb): Promise<void> {
  await duck.run(`DELETE FROM aliases WHERE rowid IN (SELECT b.rowid FROM aliases a JOIN aliases b
    ON a.alias = b."user" AND a."user" = b.alias WHERE b.rowid > a.rowid)`);
  const unresolvedSql = 'SELECT count(*) FROM aliases a JOIN aliases b ON a."user" = b.alias';
  for (let step = 0; step < MAX_CHAIN_LENGTH && (await duck.number(unresolvedSql)) > 0; step++) {
    await duck.run('UPDATE aliases SET "user" = b."user" FROM aliases b WHERE aliases."user" = b.alias');
  }
  await duck.run('DELETE FROM aliases WHERE "user" IN (SELECT alias FROM aliases)');
}
