import type { Database } from 'better-sqlite3';

/**
 * Returns a function that merges user `from` into user `to`: it moves events, sessions (sessions of the same name
 * become one) and attributes that `to` lacks, and deletes `from`. Where both have events at the same time, those of
 * `to` come first.
 */
export function userMerger(db: Database): (from: number, to: number) => void {
  const sameName = `SELECT source.id, target.id AS target FROM sessions source JOIN sessions target
    ON target.user = @to AND target.name = source.name WHERE source.user = @from`;
  const steps = [
    `UPDATE events SET session = s.target FROM (${sameName}) s WHERE events.user = @from AND events.session = s.id`,
    `DELETE FROM sessions WHERE id IN (SELECT id FROM (${sameName}))`,
    'UPDATE sessions SET user = @to WHERE user = @from',
    `UPDATE events SET user = @to, seq = seq + (SELECT coalesce(max(seq), -1) + 1 FROM events target WHERE target.user = @to)
     WHERE user = @from`,
    `INSERT OR IGNORE INTO user_attributes (user, attribute, value)
     SELECT @to, attribute, value FROM user_attributes WHERE user = @from`,
    'DELETE FROM user_attributes WHERE user = @from',
    'DELETE FROM users WHERE id = @from',
  ].map((sql) => db.prepare<[{ from: number; to: number }]>(sql));
  return (from, to) => {
    for (const step of steps) step.run({ from, to });
  };
}
