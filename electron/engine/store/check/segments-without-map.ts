import type { Database } from 'better-sqlite3';
import { MAPS_OF_SEGMENTS } from '../segments/maps-of-segments.ts';

/** Returns the segments that refer to a map that does not exist, with the id of the map. */
export function segmentsWithoutMap(db: Database): { segment: string; map: string }[] {
  const sql = `SELECT segment, map FROM (${MAPS_OF_SEGMENTS}) WHERE map NOT IN (SELECT id FROM maps) ORDER BY segment, map`;
  return db.prepare<[], { segment: string; map: string }>(sql).all();
}
