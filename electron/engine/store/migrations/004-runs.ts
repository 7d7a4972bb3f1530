/**
 * What a run was trained for and on: its kind, the run it was fine-tuned from, a hash of the events it saw, what people call
 * it, and what a head says of each user. `class` is a class's index in the head's list, 0 for a number.
 */
export const runs = `
ALTER TABLE runs ADD COLUMN kind TEXT NOT NULL DEFAULT 'behaviour' CHECK (kind IN ('behaviour', 'text', 'head'));
ALTER TABLE runs ADD COLUMN parent TEXT;
ALTER TABLE runs ADD COLUMN data TEXT NOT NULL DEFAULT '';
ALTER TABLE runs ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE runs ADD COLUMN note TEXT NOT NULL DEFAULT '';
CREATE TABLE scores (
  run TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  user INTEGER NOT NULL REFERENCES users (id),
  class INTEGER NOT NULL,
  value REAL NOT NULL,
  PRIMARY KEY (run, user, class)
) WITHOUT ROWID;
`;
