import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { ActionSetting, type ActionSettings } from '../../../../shared/domain/action-settings.ts';
import { parseStored } from '../parse-json.ts';

const NAME = 'actions';

/** Pairs rather than an object, since an action may have any name. */
const Stored = z.array(z.tuple([z.string(), ActionSetting]));

/** Returns what a person has chosen for actions, also for those without events. Throws WORKSPACE_DAMAGED. */
export function actionSettings(db: Database): ActionSettings {
  const text = db.prepare<[string], string>('SELECT value FROM settings WHERE name = ?').pluck().get(NAME);
  return new Map(text === undefined ? [] : parseStored(Stored, text, 'the settings of actions'));
}

/** Replaces what was chosen for all actions. */
export function saveActionSettings(db: Database, settings: ActionSettings): void {
  const chosen = [...settings].filter(([, { kind, en, zh }]) => kind !== null || en !== null || zh !== null);
  if (chosen.length === 0) db.prepare('DELETE FROM settings WHERE name = ?').run(NAME);
  else db.prepare('INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)').run(NAME, JSON.stringify(chosen));
}
