import type { Database } from 'better-sqlite3';

/** Returns the segments that were selected on a map that does not exist, with the id of the map. */
export function segmentsWithoutMap(db: Database): { segment: string; map: string }[] {
  const sql = `SELECT name segment, map FROM (SELECT name, coalesce(json_extract(definition, '$.lasso.map'),
      json_extract(definition, '$.cluster.map')) map FROM segments WHERE json_valid(definition))
    WHERE map IS NOT NULL AND map NOT IN (SELECT id FROM maps) ORDER BY name`;
  return db.prepare<[], { segment: string; map: string }>(sql).all();
}
