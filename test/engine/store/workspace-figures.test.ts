import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createWorkspace } from '../../../electron/engine/store/workspace.ts';
import { workspaceFigures } from '../../../electron/engine/store/workspace-figures.ts';
import { testFolder } from '../../support/folder.ts';

/** Returns the database of a workspace with a map of `count` users: user u at (u, 2 u) in cluster u mod 3. */
function mapOf(count: number) {
  const workspace = createWorkspace(join(testFolder(), 'shop.portrait'));
  onTestFinished(() => workspace.close());
  const { db } = workspace;
  db.pragma('foreign_keys = OFF');
  db.prepare(
    "INSERT INTO all_maps (id, run, created, parameters, seconds) VALUES ('map-1', 'run-1', 1, '{}', 1)",
  ).run();
  const add = db.prepare("INSERT INTO map_points (map, user, x, y, cluster) VALUES ('map-1', ?, ?, ?, ?)");
  db.transaction(() => {
    for (let user = 1; user <= count; user++) add.run(user, user, 2 * user, user % 3);
  })();
  return db;
}

it('the thumbnail of a map has each of few points, scaled to its longer side', () => {
  expect(workspaceFigures(mapOf(3)).map).toEqual([0, 0, 1, 64, 128, 2, 128, 255, 0]);
});

it('the thumbnail of a large map has 600 of its points, from its first to its last users', () => {
  const { map } = workspaceFigures(mapOf(5000));
  expect(map).toHaveLength(3 * 600);
  const heights = map!.filter((_, i) => i % 3 === 1);
  expect([heights[0], heights.at(-1)]).toEqual([0, 255]);
});

it('a map without points has an empty thumbnail, a workspace without a map none', () => {
  expect(workspaceFigures(mapOf(0)).map).toEqual([]);
  const db = mapOf(0);
  db.exec('DELETE FROM all_maps');
  expect(workspaceFigures(db)).toEqual({ users: 0, events: 0, map: null });
});
