/**
 * Renames the run kind `head` to `prediction`, the keys of its summary and of evaluations, and the column `described` of
 * imports. A column's CHECK cannot be changed, so `kind` is copied into a new column.
 */
export const predictions = `
ALTER TABLE runs RENAME COLUMN kind TO old_kind;
ALTER TABLE runs ADD COLUMN kind TEXT NOT NULL DEFAULT 'behaviour' CHECK (kind IN ('behaviour', 'text', 'prediction'));
UPDATE runs SET kind = iif(old_kind = 'head', 'prediction', old_kind);
ALTER TABLE runs DROP COLUMN old_kind;
${renameKey('prediction', 'summary', '$.head', '$.model')}
${renameKey('prediction', 'summary', '$.scoring.mark', '$.scoring.dataVersion')}
${renameKey('behaviour', 'evaluation', '$.questions', '$.testCases')}
${renameKey('behaviour', 'evaluation', '$.reach', '$.beyondAccuracy')}
${renameKey('behaviour', 'evaluation', '$.takenPopularity', '$.heldOutPopularity')}
ALTER TABLE imports RENAME COLUMN described TO metadata_rows;
`;

/** Returns a statement that renames a key of a JSON column of the runs of a kind, where it is present. */
function renameKey(kind: string, column: string, from: string, to: string): string {
  return `UPDATE runs SET ${column} = json_remove(json_set(${column}, '${to}', ${column} -> '${from}'), '${from}')
WHERE kind = '${kind}' AND json_type(${column}, '${from}') IS NOT NULL;`;
}
