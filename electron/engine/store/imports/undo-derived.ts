import type { Database } from 'better-sqlite3';

/**
 * Deletes data derived from users that do not exist any more: profiles, scores of predictions, map points and
 * segment memberships; updates the sizes of clusters and segments. Runs are kept. Returns the number of deleted rows.
 */
export function removeDerivedOfDeletedUsers(db: Database): {
  profiles: number;
  scores: number;
  mapPoints: number;
  members: number;
} {
  const deleteOrphans = (table: string) =>
    db.prepare(`DELETE FROM ${table} WHERE user NOT IN (SELECT id FROM users)`).run().changes;
  const profiles = deleteOrphans('profiles');
  const scores = deleteOrphans('scores');
  const mapPoints = deleteOrphans('map_points');
  const members = deleteOrphans('segment_members');
  if (mapPoints > 0) {
    db.exec(`CREATE TEMP TABLE cluster_sizes AS SELECT map, cluster, count(*) size FROM map_points GROUP BY map, cluster;
      UPDATE clusters SET size = coalesce((SELECT s.size FROM temp.cluster_sizes s WHERE s.map = clusters.map AND s.cluster = clusters.id), 0);
      DROP TABLE temp.cluster_sizes`);
  }
  if (members > 0) {
    db.exec('UPDATE segments SET size = (SELECT count(*) FROM segment_members m WHERE m.segment = segments.id)');
  }
  return { profiles, scores, mapPoints, members };
}

/** Ids of the runs created since a time in milliseconds since the epoch. */
export function runsSince(db: Database, time: number): string[] {
  return db.prepare<[number], string>('SELECT id FROM runs WHERE created >= ? ORDER BY created').pluck().all(time);
}
