/**
 * Names are stored once and referenced by small integers. Events are clustered by user and time (`WITHOUT ROWID`), so
 * reading a history is one short range scan; `seq` orders events of one user at the same time as in the file.
 */
export const events = `
CREATE TABLE imports (
  id INTEGER PRIMARY KEY,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('events', 'users', 'items')),
  time_kind TEXT NOT NULL CHECK (time_kind IN ('clock', 'date', 'order', 'none')),
  mapping TEXT NOT NULL,
  synthetic INTEGER NOT NULL DEFAULT 0,
  imported INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  events INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  duplicates INTEGER NOT NULL,
  seconds REAL NOT NULL
);
CREATE TABLE rejected_rows (
  import INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  line INTEGER NOT NULL,
  reason TEXT NOT NULL,
  text TEXT NOT NULL
);
CREATE INDEX rejected_rows_by_import ON rejected_rows (import, line);

CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE categories (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE brands (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE actions (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE items (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  title TEXT,
  title_en TEXT,
  category INTEGER REFERENCES categories (id),
  brand INTEGER REFERENCES brands (id),
  price REAL
);
CREATE TABLE sessions (
  id INTEGER PRIMARY KEY,
  user INTEGER NOT NULL REFERENCES users (id),
  name TEXT,
  UNIQUE (user, name)
);
CREATE TABLE attributes (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE user_attributes (
  user INTEGER NOT NULL REFERENCES users (id),
  attribute INTEGER NOT NULL REFERENCES attributes (id),
  value TEXT NOT NULL,
  PRIMARY KEY (user, attribute)
) WITHOUT ROWID;

CREATE TABLE events (
  user INTEGER NOT NULL REFERENCES users (id),
  time INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  action INTEGER NOT NULL REFERENCES actions (id),
  item INTEGER REFERENCES items (id),
  category INTEGER REFERENCES categories (id),
  brand INTEGER REFERENCES brands (id),
  price REAL,
  quantity REAL,
  amount REAL,
  rating REAL,
  session INTEGER REFERENCES sessions (id),
  text TEXT,
  import INTEGER NOT NULL REFERENCES imports (id),
  PRIMARY KEY (user, time, seq)
) WITHOUT ROWID;

CREATE VIEW events_named AS
SELECT u.name AS user,
       CASE WHEN m.time_kind = 'order' THEN NULL ELSE strftime('%Y-%m-%dT%H:%M:%fZ', e.time / 1000.0, 'unixepoch') END AS time,
       a.name AS action, i.name AS item, i.title AS title, c.name AS category, b.name AS brand,
       coalesce(e.price, i.price) AS price, e.quantity AS quantity,
       coalesce(e.amount, coalesce(e.price, i.price) * coalesce(e.quantity, 1)) AS amount,
       e.rating AS rating, s.name AS session, e.text AS text, m.file AS file
FROM events e
JOIN users u ON u.id = e.user
JOIN actions a ON a.id = e.action
JOIN imports m ON m.id = e.import
LEFT JOIN items i ON i.id = e.item
LEFT JOIN categories c ON c.id = coalesce(e.category, i.category)
LEFT JOIN brands b ON b.id = coalesce(e.brand, i.brand)
LEFT JOIN sessions s ON s.id = e.session;
`;
