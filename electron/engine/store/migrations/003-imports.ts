/**
 * Metadata of imports: how the file was opened, the rows dropped by each step, the report, and the data needed to undo
 * the import. `before` holds the greatest ids before the import, so rows it added have greater ids; `undo_rows` holds
 * the previous state of rows that it changed or removed. `settings` are settings of the workspace, such as the secret
 * for hashing names.
 *
 * Events get new columns, with rarely filled ones last: a record ends with its last non-NULL column, so trailing NULLs
 * take no space where a file is written whole (see table-file.ts). Only named sessions are indexed.
 */
export const imports = `
ALTER TABLE imports ADD COLUMN dropped INTEGER NOT NULL DEFAULT 0;
ALTER TABLE imports ADD COLUMN replaced INTEGER NOT NULL DEFAULT 0;
ALTER TABLE imports ADD COLUMN described INTEGER NOT NULL DEFAULT 0;
ALTER TABLE imports ADD COLUMN source TEXT NOT NULL DEFAULT '{}';
ALTER TABLE imports ADD COLUMN columns TEXT NOT NULL DEFAULT '[]';
ALTER TABLE imports ADD COLUMN steps TEXT NOT NULL DEFAULT '[]';
ALTER TABLE imports ADD COLUMN before TEXT;
ALTER TABLE imports ADD COLUMN report TEXT;
ALTER TABLE imports RENAME COLUMN kind TO old_kind;
ALTER TABLE imports ADD COLUMN kind TEXT NOT NULL DEFAULT 'events'
  CHECK (kind IN ('events', 'users', 'items', 'identities', 'lookup'));
UPDATE imports SET kind = old_kind;
ALTER TABLE imports DROP COLUMN old_kind;
UPDATE imports SET described = rows - events - rejected - duplicates;
CREATE TABLE undo_rows (
  import INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  "table" TEXT NOT NULL,
  "row" TEXT NOT NULL
);
CREATE INDEX undo_rows_by_import ON undo_rows (import);
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE identities (
  alias TEXT PRIMARY KEY,
  user TEXT NOT NULL,
  import INTEGER NOT NULL REFERENCES imports (id)
) WITHOUT ROWID;

CREATE TABLE channels (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE campaigns (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
DROP VIEW events_named;
ALTER TABLE sessions RENAME TO old_sessions;
CREATE TABLE sessions (id INTEGER PRIMARY KEY, user INTEGER NOT NULL REFERENCES users (id), name TEXT);
CREATE UNIQUE INDEX sessions_by_name ON sessions (user, name) WHERE name IS NOT NULL;
INSERT INTO sessions SELECT id, user, name FROM old_sessions;
ALTER TABLE events RENAME TO old_events;
CREATE TABLE events (
  user INTEGER NOT NULL REFERENCES users (id),
  time INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  action INTEGER NOT NULL REFERENCES actions (id),
  session INTEGER REFERENCES sessions (id),
  item INTEGER REFERENCES items (id),
  import INTEGER NOT NULL REFERENCES imports (id),
  price REAL,
  category INTEGER REFERENCES categories (id),
  brand INTEGER REFERENCES brands (id),
  quantity REAL,
  amount REAL,
  rating REAL,
  channel INTEGER REFERENCES channels (id),
  campaign INTEGER REFERENCES campaigns (id),
  order_id TEXT,
  discount REAL,
  currency TEXT,
  text TEXT,
  PRIMARY KEY (user, time, seq)
) WITHOUT ROWID;
INSERT INTO events (user, time, seq, action, session, item, import, price, category, brand, quantity, amount, rating, text)
SELECT user, time, seq, action, session, item, import, price, category, brand, quantity, amount, rating, text FROM old_events;
DROP TABLE old_events;
DROP TABLE old_sessions;

CREATE VIEW events_named AS
SELECT u.name AS user,
       CASE WHEN m.time_kind = 'order' THEN NULL ELSE strftime('%Y-%m-%dT%H:%M:%fZ', e.time / 1000.0, 'unixepoch') END AS time,
       a.name AS action, i.name AS item, i.title AS title, c.name AS category, b.name AS brand,
       coalesce(e.price, i.price) AS price, e.quantity AS quantity,
       coalesce(e.amount, coalesce(e.price, i.price) * coalesce(e.quantity, 1)) AS amount,
       e.discount AS discount, e.currency AS currency, e.order_id AS order_id,
       e.rating AS rating, s.name AS session, e.text AS text, ch.name AS channel, ca.name AS campaign,
       m.file AS file, e.import AS import
FROM events e
JOIN users u ON u.id = e.user
JOIN actions a ON a.id = e.action
JOIN imports m ON m.id = e.import
LEFT JOIN items i ON i.id = e.item
LEFT JOIN categories c ON c.id = coalesce(e.category, i.category)
LEFT JOIN brands b ON b.id = coalesce(e.brand, i.brand)
LEFT JOIN sessions s ON s.id = e.session
LEFT JOIN channels ch ON ch.id = e.channel
LEFT JOIN campaigns ca ON ca.id = e.campaign;
`;
