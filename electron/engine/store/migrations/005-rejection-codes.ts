/**
 * A rejected row stores the code of its reason and, as JSON, the parameters of the code's text. Older rows have a
 * sentence, which becomes the parameter of the code `text`.
 */
export const rejectionCodes = `
ALTER TABLE rejected_rows ADD COLUMN code TEXT NOT NULL DEFAULT 'text';
ALTER TABLE rejected_rows ADD COLUMN params TEXT NOT NULL DEFAULT '{}';
UPDATE rejected_rows SET params = json_object('text', reason);
ALTER TABLE rejected_rows DROP COLUMN reason;
`;
