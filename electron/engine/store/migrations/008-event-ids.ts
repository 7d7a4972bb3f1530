/**
 * Events store the hash of their own id (see `event-id.ts` of the ingest), imports the fields that their events have;
 * null for older imports, whose mapping tells them.
 */
export const eventIds = `
ALTER TABLE events ADD COLUMN event_id INTEGER;
ALTER TABLE imports ADD COLUMN fields TEXT;
`;
