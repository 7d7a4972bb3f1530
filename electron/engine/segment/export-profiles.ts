import type { Database } from 'better-sqlite3';
import type { Cell, Table } from '../files/export-file.ts';
import { noProfiles } from '../profile/stored-vectors.ts';
import { runNotFound } from '../store/models/run-not-found.ts';
import { isRun } from '../store/models/runs.ts';
import { profiledUsers, userVectors, vectorLength } from '../store/models/vectors.ts';
import { userNames } from '../store/names/user-facts.ts';
import { MEASURE_COLUMNS, measureCells } from './export-users.ts';
import { topInterests } from './top-interests.ts';
import { type TraitCells, type TraitTable, traitCells } from './traits/trait-cells.ts';

const INTEREST_COLUMNS = 3;

/**
 * Builds a table with one row per profiled user: name, measures, top interests, traits and vector. Throws RUN_NOT_FOUND and
 * NO_PROFILES.
 */
export function profileTable(db: Database, run: string, traitTable: TraitTable): Table {
  if (!isRun(db, run)) throw runNotFound(run);
  const users = profiledUsers(db, run);
  const dimensions = vectorLength(db, run);
  if (dimensions === null) throw noProfiles(run);
  const vector = Array.from({ length: dimensions }, (_, v) => `v${v}`);
  const interests = Array.from({ length: INTEREST_COLUMNS }, (_, i) => `interest_${i + 1}`);
  const columns = ['user', ...MEASURE_COLUMNS, ...interests];
  const traits = traitCells(traitTable, [...columns, ...vector]);
  return {
    header: [...columns, ...traits.header, ...vector],
    rows: profileRows(db, run, users, traits),
    facts: { what: 'profiles', run, dimensions },
  };
}

function* profileRows(db: Database, run: string, users: Int32Array, traits: TraitCells): Generator<Cell[]> {
  const names = userNames(db, users);
  const measures = measureCells(db, users);
  const interests = topInterests(db, INTEREST_COLUMNS);
  let i = 0;
  for (const { user, vector } of userVectors(db, run)) {
    const topNames = interests.get(user) ?? [];
    const cells = Array.from({ length: INTEREST_COLUMNS }, (_, rank) => topNames[rank] ?? null);
    yield [names[i] ?? '', ...measures(i), ...cells, ...traits.cellsOf(user), ...vector];
    i++;
  }
}
