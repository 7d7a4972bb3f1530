import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { parseStored } from '../parse-json.ts';

/**
 * Number of events by action id, and the range of their times in milliseconds since 1970 (dated imports only). Counting
 * millions of events takes seconds and blocks all other requests, so everything that adds or removes events updates
 * this stored summary.
 */
const EventSummary = z.object({
  actions: z.record(z.string(), z.number()),
  first: z.number().nullable(),
  last: z.number().nullable(),
});
export type EventSummary = z.infer<typeof EventSummary>;

const NAME = 'events';

/** Returns the stored summary, or computes it if none is stored. */
export function eventSummary(db: Database): EventSummary {
  return storedSummary(db) ?? computeSummary(db);
}

/**
 * Adds new events to the summary; call it only if no events were removed. `isFirst`: whether there were no events
 * before.
 */
export function addToSummary(db: Database, added: EventSummary, isFirst: boolean): void {
  const before = isFirst ? { actions: {}, first: null, last: null } : storedSummary(db);
  saveSummary(db, before ? mergeSummaries(before, added) : computeSummary(db));
}

/** Recomputes the summary from the events and stores it. */
export function recomputeSummary(db: Database): void {
  saveSummary(db, computeSummary(db));
}

function storedSummary(db: Database): EventSummary | null {
  const text = db.prepare<[string], string>('SELECT value FROM settings WHERE name = ?').pluck().get(NAME);
  return text === undefined ? null : parseStored(EventSummary, text, 'the summary of the events');
}

function saveSummary(db: Database, summary: EventSummary): void {
  db.prepare('INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)').run(NAME, JSON.stringify(summary));
}

function computeSummary(db: Database): EventSummary {
  const actions = db
    .prepare<[], { action: number; events: number }>('SELECT action, count(*) events FROM events GROUP BY action')
    .all();
  const { first, last } = db
    .prepare<[], { first: number | null; last: number | null }>(
      `SELECT min(time) first, max(time) last FROM events
       WHERE import IN (SELECT id FROM imports WHERE time_kind IN ('clock', 'date'))`,
    )
    .get()!;
  return { actions: Object.fromEntries(actions.map(({ action, events }) => [action, events])), first, last };
}

function mergeSummaries(a: EventSummary, b: EventSummary): EventSummary {
  const actions = { ...a.actions };
  for (const [action, events] of Object.entries(b.actions)) actions[action] = (actions[action] ?? 0) + events;
  const times = [a.first, a.last, b.first, b.last].filter((time) => time !== null);
  if (times.length === 0) return { actions, first: null, last: null };
  return { actions, first: Math.min(...times), last: Math.max(...times) };
}
