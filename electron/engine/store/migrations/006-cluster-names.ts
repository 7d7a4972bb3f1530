/**
 * A cluster stores the code of its name and, as JSON, the parameters from which each language makes the name. The name
 * of an older cluster becomes the parameter of the code `text`.
 */
export const clusterNames = `
ALTER TABLE clusters ADD COLUMN code TEXT NOT NULL DEFAULT 'text';
ALTER TABLE clusters ADD COLUMN params TEXT NOT NULL DEFAULT '{}';
UPDATE clusters SET params = json_object('text', name);
ALTER TABLE clusters DROP COLUMN name;
`;
