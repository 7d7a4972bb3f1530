/** A name that a person gives to a cluster, in place of the one made of its traits. */
export const ownNames = `
ALTER TABLE clusters ADD COLUMN own_name TEXT;
`;
