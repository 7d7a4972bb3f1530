import type { Database } from 'better-sqlite3';

export interface TraitRow {
  readonly id: number;
  readonly name: string;
  readonly formula: string;
  readonly unit: string;
  readonly description: string;
  /** Milliseconds since the epoch. */
  readonly created: number;
}

const COLUMNS = 'id, name, formula, unit, description, created';

/** Returns all traits by name. */
export function traitRows(db: Database): TraitRow[] {
  return db.prepare<[], TraitRow>(`SELECT ${COLUMNS} FROM traits ORDER BY name`).all();
}

export function traitRow(db: Database, name: string): TraitRow | null {
  return db.prepare<[string], TraitRow>(`SELECT ${COLUMNS} FROM traits WHERE name = ?`).get(name) ?? null;
}

/** Saves a trait, replacing one of the same name, whose id and time of creation remain. */
export function saveTrait(db: Database, { name, formula, unit, description, created }: Omit<TraitRow, 'id'>): void {
  const sql = `INSERT INTO traits (name, formula, unit, description, created) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (name) DO UPDATE SET formula = excluded.formula, unit = excluded.unit, description = excluded.description`;
  db.prepare(sql).run(name, formula, unit, description, created);
}

/** Changes the name of a trait, which no other trait may have. */
export function renameTrait(db: Database, name: string, to: string): void {
  db.prepare('UPDATE traits SET name = ? WHERE name = ?').run(to, name);
}

export function setFormula(db: Database, name: string, formula: string): void {
  db.prepare('UPDATE traits SET formula = ? WHERE name = ?').run(formula, name);
}

export function deleteTrait(db: Database, name: string): void {
  db.prepare('DELETE FROM traits WHERE name = ?').run(name);
}
