/**
 * Data derived from events: runs, profiles, maps and segments. Weights and learning curves are stored in
 * `models/<run>/`.
 */
export const models = `
CREATE TABLE runs (
  id TEXT PRIMARY KEY,
  created INTEGER NOT NULL,
  config TEXT NOT NULL,
  summary TEXT NOT NULL,
  evaluation TEXT
);
CREATE TABLE profiles (
  run TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  user INTEGER NOT NULL REFERENCES users (id),
  vector BLOB NOT NULL,
  PRIMARY KEY (run, user)
) WITHOUT ROWID;
CREATE TABLE maps (
  id TEXT PRIMARY KEY,
  run TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  created INTEGER NOT NULL,
  parameters TEXT NOT NULL,
  seconds REAL NOT NULL
);
CREATE TABLE clusters (
  map TEXT NOT NULL REFERENCES maps (id) ON DELETE CASCADE,
  id INTEGER NOT NULL,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  traits TEXT NOT NULL,
  PRIMARY KEY (map, id)
) WITHOUT ROWID;
CREATE TABLE map_points (
  map TEXT NOT NULL REFERENCES maps (id) ON DELETE CASCADE,
  user INTEGER NOT NULL REFERENCES users (id),
  x REAL NOT NULL,
  y REAL NOT NULL,
  cluster INTEGER NOT NULL,
  PRIMARY KEY (map, user)
) WITHOUT ROWID;
CREATE TABLE segments (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  created INTEGER NOT NULL,
  definition TEXT NOT NULL,
  size INTEGER NOT NULL
);
CREATE TABLE segment_members (
  segment INTEGER NOT NULL REFERENCES segments (id) ON DELETE CASCADE,
  user INTEGER NOT NULL REFERENCES users (id),
  PRIMARY KEY (segment, user)
) WITHOUT ROWID;
`;
