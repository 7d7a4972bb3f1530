/**
 * What a run was trained for and on: its kind, the run it was fine-tuned from, a hash of its training data, its title
 * and note, and the scores that a prediction assigns to users. `class` is an index into the prediction's list of
 * classes, 0 for regression.
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
