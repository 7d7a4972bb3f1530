import { appendFileSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { readSafetensors, writeSafetensors } from '../../../../electron/engine/model/safetensors.ts';

/** Damages a closed workspace. */
export type Damage = (path: string) => void;

export const sql =
  (statements: string): Damage =>
  (path) => {
    const db = new Database(join(path, 'workspace.db'));
    db.pragma('foreign_keys = OFF');
    db.pragma('ignore_check_constraints = ON');
    db.exec(statements);
    db.close();
  };

export const write =
  (name: string, content: string): Damage =>
  (path) =>
    writeFileSync(join(path, name), content);

export const append =
  (name: string, content: string): Damage =>
  (path) =>
    appendFileSync(join(path, name), content);

export const remove =
  (name: string): Damage =>
  (path) =>
    rmSync(join(path, name), { recursive: true });

export const truncate =
  (name: string, size: number): Damage =>
  (path) =>
    truncateSync(join(path, name), size);

export const asFile =
  (name: string): Damage =>
  (path) => {
    rmSync(join(path, name), { recursive: true, force: true });
    writeFileSync(join(path, name), '');
  };

export const asFolder =
  (name: string): Damage =>
  (path) => {
    rmSync(join(path, name), { force: true });
    mkdirSync(join(path, name));
  };

/** Replaces text of a file; throws if it does not contain the text. */
export const edit =
  (name: string, from: string | RegExp, to: string): Damage =>
  (path) => {
    const before = readFileSync(join(path, name), 'utf8');
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${name} does not contain ${from}`);
    writeFileSync(join(path, name), after);
  };

/** Sets a value of a weight. */
export const setWeight =
  (name: string, weight: string, value: number): Damage =>
  (path) => {
    const { arrays, metadata } = readSafetensors(join(path, name));
    arrays[weight]!.data[3] = value;
    writeSafetensors(join(path, name), arrays, metadata);
  };

/** Removes the training state from a checkpoint. */
export const withoutMetadata =
  (name: string): Damage =>
  (path) =>
    writeSafetensors(join(path, name), readSafetensors(join(path, name)).arrays);
