import type { Database } from 'better-sqlite3';
import { userMerger } from '../../store/imports/merge-users.ts';
import { removeDerivedOfGone } from '../../store/imports/undo-derived.ts';
import { userFinder } from '../../store/names/dictionaries.ts';
import { aliasWriter, eachAlias } from '../../store/names/identities.ts';
import type { Duck } from '../stage/duckdb.ts';
import type { Loaded } from '../stage/load-file.ts';
import { quoteSql } from '../stage/read-sql.ts';
import { USABLE } from '../stage/stage.ts';
import { lastIdOf } from './dictionaries.ts';

/** Names of a user's names of names are followed so often; what is longer goes round in a circle. */
const LONGEST_CHAIN = 16;

/**
 * Puts the rows of files that go by another name of a user (an anonymous id, an old account) under the user's own, as far
 * as the workspace knows or these files say: by a table of identities, or by rows that carry both. A name belongs to the
 * user it is first said of.
 */
export async function mergeIdentities(duck: Duck, db: Database, loaded: readonly Loaded[]): Promise<void> {
  await loadAliases(duck, db);
  for (const { staged } of loaded) {
    if (!staged.fields.has('alias') || !staged.fields.has('user')) continue;
    await duck.run(`INSERT INTO aliases SELECT alias, first, '${staged.table}' FROM (
        SELECT alias, arg_min("user", rowid) AS first, min(rowid) AS place FROM ${staged.table}
        WHERE ${USABLE} AND alias IS NOT NULL AND alias <> "user" GROUP BY alias ORDER BY place) found
      WHERE NOT EXISTS (SELECT 1 FROM aliases known WHERE known.alias = found.alias)`);
  }
  if ((await duck.number('SELECT count(*) FROM aliases')) === 0) return;
  await followChains(duck);
  for (const { staged } of loaded) {
    if (!staged.fields.has('user')) continue;
    await duck.run(`UPDATE ${staged.table} SET "user" = aliases."user" FROM aliases
      WHERE aliases.alias = ${staged.table}."user"`);
  }
}

/** Keeps the names that a file has merged, and puts what the workspace holds under them under the user's own. */
export async function writeIdentities(duck: Duck, db: Database, { staged }: Loaded, id: number): Promise<void> {
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
  if (merged) removeDerivedOfGone(db);
}

/** Adds one user here and in the store. */
async function addUser(duck: Duck, db: Database, name: string): Promise<number> {
  const id = 1 + (await lastIdOf(duck, db, 'users'));
  await duck.run(`INSERT INTO known_users (id, name) VALUES (${id}, ${quoteSql(name)})`);
  db.prepare('INSERT INTO users (id, name) VALUES (?, ?)').run(id, name);
  return id;
}

async function loadAliases(duck: Duck, db: Database): Promise<void> {
  await duck.run('CREATE OR REPLACE TABLE aliases (alias VARCHAR, "user" VARCHAR, origin VARCHAR)');
  const appender = await duck.connection.createAppender('aliases');
  for (const { alias, user } of eachAlias(db)) {
    appender.appendVarchar(alias);
    appender.appendVarchar(user);
    appender.appendNull();
    appender.endRow();
  }
  appender.closeSync();
}

/** Each name gets the user at the end of its chain; of two that name each other, the first counts. */
async function followChains(duck: Duck): Promise<void> {
  await duck.run(`DELETE FROM aliases WHERE rowid IN (SELECT b.rowid FROM aliases a JOIN aliases b
    ON a.alias = b."user" AND a."user" = b.alias WHERE b.rowid > a.rowid)`);
  const open = 'SELECT count(*) FROM aliases a JOIN aliases b ON a."user" = b.alias';
  for (let step = 0; step < LONGEST_CHAIN && (await duck.number(open)) > 0; step++) {
    await duck.run('UPDATE aliases SET "user" = b."user" FROM aliases b WHERE aliases."user" = b.alias');
  }
  await duck.run('DELETE FROM aliases WHERE "user" IN (SELECT alias FROM aliases)');
}
