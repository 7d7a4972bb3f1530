/** Briefs as JSON of the contract's `Brief`, without the id and the time, which are columns. */
export const briefs = `
CREATE TABLE briefs (
  id TEXT PRIMARY KEY,
  created INTEGER NOT NULL,
  content TEXT NOT NULL
) WITHOUT ROWID;
`;
