import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { nameClusters } from '../../../electron/engine/map/cluster-names.ts';
import { findClusters } from '../../../electron/engine/map/clusters.ts';
import { nearestNeighbours } from '../../../electron/engine/map/knn.ts';
import { clusterTraits } from '../../../electron/engine/map/traits.ts';
import { startWasm } from '../../../electron/engine/model/kernels/register.ts';
import { normaliseVector } from '../../../electron/engine/profile/normalise-vector.ts';
import { userFeatures } from '../../../electron/engine/store/events/event-features.ts';
import { lastLevel } from '../../../shared/domain/category-path.ts';
import { clusterNameText } from '../../../shared/texts/cluster-name.ts';
import { testEngine } from '../../support/engine.ts';
import { adjustedRand } from '../../support/planted.ts';

beforeAll(() => startWasm());

/** Square roots of the shares of a user's events by category: vectors whose cosine is the Bhattacharyya coefficient. */
function categoryVectors(db: Database) {
  const histories = [...userFeatures(db)];
  const width = db.prepare<[], number>('SELECT max(id) + 1 FROM categories').pluck().get()!;
  const vectors = new Float32Array(histories.length * width);
  histories.forEach(({ categories }, row) => {
    for (const [id, events] of categories) vectors[row * width + id] = Math.sqrt(events);
    normaliseVector(vectors.subarray(row * width, (row + 1) * width));
  });
  return { users: Int32Array.from(histories, ({ user }) => user), vectors, width };
}

/** The group from which each user of the sample was generated, which is never imported. */
function archetypes(workspace: string): Map<string, string> {
  const [, ...lines] = readFileSync(join(workspace, 'sample', 'truth.csv'), 'utf8')
    .trim()
    .split('\n');
  return new Map(lines.map((line) => [line.split(',')[0]!, line.split(',')[1]!.trim()]));
}

describe('the clusters of the sample shop', () => {
  it('match the archetypes that generated it, and are named by what they look at', async () => {
    const { engine, client, home } = testEngine();
    const path = join(home, 'sample.portrait');
    await client.call('workspace.create', { path });
    await client.run('sample.import', { users: 500 });
    const { db } = engine.workspace();
    const { users, vectors, width } = categoryVectors(db);
    const clusters = findClusters({ vectors, width }, nearestNeighbours(vectors, width, 15), 1, 1);

    const truth = archetypes(path);
    const name = db.prepare<[number], string>('SELECT name FROM users WHERE id = ?').pluck();
    const kinds = Array.from(users, (user) => truth.get(name.get(user)!)!);
    const numbers = [...new Set(kinds)];
    const codes = kinds.map((kind) => numbers.indexOf(kind));
    expect(adjustedRand(clusters, codes)).toBeGreaterThan(0.9);

    const traits = clusterTraits(db, users, clusters);
    expect(traits.length).toBeGreaterThanOrEqual(5);
    expect(traits.length).toBeLessThanOrEqual(15);
    const names = nameClusters(traits).map(clusterNameText);
    expect(new Set(names).size).toBe(names.length);
    const categories = db.prepare<[], string>('SELECT name FROM categories').pluck().all().map(lastLevel);
    for (const cluster of names) expect(categories).toContain(cluster.split(' · ')[0]);
  });
});
