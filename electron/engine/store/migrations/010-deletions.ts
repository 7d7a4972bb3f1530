/**
 * Deleted runs and briefs remain until the workspace is closed, so that a deletion can be undone. `deleted_runs`
 * includes searches, which have no row in `all_runs`. The views `runs` and `maps` replace the tables of these names and
 * omit deleted rows.
 */
export const deletions = `
ALTER TABLE runs RENAME TO all_runs;
ALTER TABLE maps RENAME TO all_maps;
CREATE TABLE deleted_runs (run TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE VIEW runs AS SELECT * FROM all_runs WHERE id NOT IN (SELECT run FROM deleted_runs);
CREATE VIEW maps AS SELECT * FROM all_maps WHERE run NOT IN (SELECT run FROM deleted_runs);
ALTER TABLE briefs ADD COLUMN deleted INTEGER NOT NULL DEFAULT 0;
`;
