import { join } from 'node:path';
import { Engine } from '../../electron/engine/engine.ts';
import { userIds } from '../../electron/engine/store/columns/event-rows.ts';
import { insertMap } from '../../electron/engine/store/map/maps.ts';
import { unrestrictedPaths } from '../../electron/engine/unrestricted-paths.ts';
import { MapParameters } from '../../shared/contract/map.ts';
import { Random } from '../../shared/domain/random.ts';
import { EngineClient } from '../../shared/protocol/client.ts';
import { portPair } from '../../shared/protocol/port.ts';
import { serve } from '../../shared/protocol/server.ts';

const CLUSTERS = 12;
/** A model that is there, and no more: nothing that is measured depends on how good it is. */
const SMALL = { width: 8, heads: 1, layers: 1, length: 16, epochs: 1, minutes: 0.2 };

/**
 * Trains a small model in a workspace without a map, and gives each user a place at random around that of one of twelve
 * clusters, since to compute a map of many users takes longer than to draw it.
 */
export async function addMap(path: string, home: string): Promise<void> {
  const engine = new Engine(unrestrictedPaths(join(home, 'preparation')), { resume: false });
  const [clientPort, enginePort] = portPair();
  serve(engine, enginePort);
  const client = new EngineClient(clientPort);
  try {
    await client.call('workspace.open', { path });
    const { maps } = await client.call('map.list', {});
    if (maps.length > 0) return;
    const { run } = await client.run('train.start', { config: SMALL });
    const { db } = engine.workspace();
    insertMap(db, {
      run,
      parameters: MapParameters.parse({}),
      seconds: 0,
      quality: null,
      ...randomPlaces(userIds(db)),
    });
  } finally {
    client.close();
    await engine.close();
  }
}

function randomPlaces(users: Int32Array) {
  const random = new Random(1);
  const centres = Array.from({ length: CLUSTERS }, () => [10 * random.float(), 10 * random.float()] as const);
  const cluster = Int32Array.from(users, () => random.integer(CLUSTERS));
  const places = (axis: 0 | 1) => Float32Array.from(cluster, (id) => centres[id]![axis] + 0.5 * random.normal());
  const clusters = centres.map((_, id) => ({
    id,
    name: { code: 'text' as const, params: { text: `cluster ${id}` } },
    size: cluster.reduce((size, of) => size + (of === id ? 1 : 0), 0),
    traits: [],
  }));
  return { users, x: places(0), y: places(1), cluster, clusters };
}
