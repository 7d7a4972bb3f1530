import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createWorkspace, type OpenWorkspace, openWorkspace } from '../../electron/engine/store/workspace.ts';
import { testFolder } from './folder.ts';

export interface ShopEvent {
  readonly user: string;
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly action: string;
  readonly item?: string | undefined;
  readonly category?: string | undefined;
  readonly brand?: string | undefined;
  readonly price?: number | undefined;
  readonly quantity?: number | undefined;
  readonly amount?: number | undefined;
  readonly session?: string | undefined;
  readonly text?: string | undefined;
  readonly rating?: number | undefined;
  /** Kind of its time, if it is not that of the shop. */
  readonly timeKind?: TimeKind | undefined;
}

type TimeKind = 'clock' | 'date' | 'order';
const TIME_KINDS: readonly TimeKind[] = ['clock', 'date', 'order'];

export interface Shop {
  readonly events: readonly ShopEvent[];
  readonly items?: readonly { item: string; title?: string; category?: string; brand?: string; price?: number }[];
  readonly users?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly timeKind?: TimeKind;
}

/** A closed empty workspace, whose copies need no migrations. */
let empty: string | null = null;

function emptyWorkspace(): string {
  if (empty === null) {
    empty = join(mkdtempSync(join(tmpdir(), 'portrait-empty-')), 'shop.portrait');
    createWorkspace(empty).close();
  }
  return empty;
}

/** Opens an empty workspace that is closed and deleted after the test. */
export function testWorkspace(): OpenWorkspace {
  const path = join(testFolder(), 'shop.portrait');
  cpSync(emptyWorkspace(), path, { recursive: true });
  const workspace = openWorkspace(path);
  onTestFinished(() => {
    if (workspace.db.open) workspace.close();
  });
  return workspace;
}

/** Inserts events, items and declared attributes directly into the database. */
export function fillShop({ db }: OpenWorkspace, { events, items = [], users = {}, timeKind = 'clock' }: Shop): void {
  const id = (table: string, name: string | undefined) => {
    if (name === undefined) return null;
    db.prepare(`INSERT OR IGNORE INTO ${table} (name) VALUES (?)`).run(name);
    return db.prepare(`SELECT id FROM ${table} WHERE name = ?`).pluck().get(name);
  };
  const session = (user: unknown, name: string | undefined) => {
    if (name === undefined) return null;
    db.prepare('INSERT OR IGNORE INTO sessions (user, name) VALUES (?, ?)').run(user, name);
    return db.prepare('SELECT id FROM sessions WHERE user = ? AND name = ?').pluck().get(user, name);
  };
  db.transaction(() => {
    const importOf = (kind: TimeKind) => (kind === timeKind ? 1 : 2 + TIME_KINDS.indexOf(kind));
    for (const kind of new Set([timeKind, ...events.map((event) => event.timeKind ?? timeKind)])) {
      db.prepare(
        `INSERT INTO imports (id, file, sha256, kind, time_kind, mapping, imported, rows, events, rejected, duplicates, seconds)
         VALUES (?, 'shop.csv', '', 'events', ?, '{}', 0, 0, 0, 0, 0, 0)`,
      ).run(importOf(kind), kind);
    }
    for (const { item, title = null, category, brand, price = null } of items) {
      db.prepare('INSERT INTO items (name, title, category, brand, price) VALUES (?, ?, ?, ?, ?)').run(
        ...[item, title, id('categories', category), id('brands', brand), price],
      );
    }
    for (const [user, attributes] of Object.entries(users)) {
      const of = id('users', user);
      for (const [name, value] of Object.entries(attributes)) {
        db.prepare('INSERT INTO user_attributes VALUES (?, ?, ?)').run(of, id('attributes', name), value);
      }
    }
    events.forEach((event, seq) => {
      const user = id('users', event.user);
      db.prepare(
        `INSERT INTO events (user, time, seq, action, item, category, brand, price, quantity, amount, session, text, rating, import)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ).run(
        ...[user, event.time, seq, id('actions', event.action), id('items', event.item)],
        ...[id('categories', event.category), id('brands', event.brand)],
        ...[event.price ?? null, event.quantity ?? null, event.amount ?? null, session(user, event.session)],
        ...[event.text ?? null, event.rating ?? null, importOf(event.timeKind ?? timeKind)],
      );
    });
  })();
}

/** Inserts a map with these points, of a run without a model. */
export function addMap(
  { db }: OpenWorkspace,
  map: string,
  points: readonly { user: string; x: number; y: number; cluster: number }[],
): void {
  db.prepare("INSERT OR IGNORE INTO all_runs (id, created, config, summary) VALUES ('run-1', 0, '{}', '{}')").run();
  db.prepare("INSERT INTO all_maps (id, run, created, parameters, seconds) VALUES (?, 'run-1', 0, '{}', 0)").run(map);
  for (const { user, x, y, cluster } of points) {
    const sql = 'INSERT INTO map_points SELECT ?, id, ?, ?, ? FROM users WHERE name = ?';
    db.prepare(sql).run(map, x, y, cluster, user);
  }
}
