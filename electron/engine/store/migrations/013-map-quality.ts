/** How far a map can be trusted: `quality` is JSON, or null for maps computed before it was measured. */
export const mapQuality = `
ALTER TABLE all_maps ADD COLUMN quality TEXT;
`;
