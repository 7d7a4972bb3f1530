/** Names of clusters given by a person. Without one, the name generated from the traits is shown. */
export const ownNames = `
ALTER TABLE clusters ADD COLUMN own_name TEXT;
`;
