import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from '../../shared/domain/random.ts';
import { startEngine, testEngine } from './engine.ts';
import { oncePerRun } from './once-per-run.ts';
import { fillShop, type ShopEvent } from './shop.ts';

const DAY = 86_400_000;
const START = Date.UTC(2024, 0, 1, 10);

export const WIDTH = 16;
/** Whether a user of the shop, `u0` to `u59`, prefers phones (otherwise tea). */
export const likesPhones = (user: string) => Number(user.slice(1)) < 30;

/**
 * Opens a copy of a shop of thirty users who view phones and thirty who view tea, with a model trained on them, in an
 * engine of its own.
 */
export async function trainedShop() {
  const { engine, client } = testEngine();
  const path = join(engine.files.home, 'shop.portrait');
  cpSync(join(await oncePerRun('trained-shop', build), 'shop.portrait'), path, { recursive: true });
  await client.call('workspace.open', { path });
  return { engine, client, run: 'run-1' };
}

async function build(home: string): Promise<void> {
  const { engine, client, close } = startEngine(home);
  await client.call('workspace.create', { path: join(home, 'shop.portrait') });
  const random = new Random(1);
  const events = Array.from({ length: 60 }, (_, u) => eventsOf(`u${u}`, 3 + (u % 8), random)).flat();
  fillShop(engine.workspace(), { events });
  const config = { width: WIDTH, layers: 2, heads: 2, length: 24, epochs: 12, batchSize: 16 };
  await client.run('train.start', { config });
  await close();
}

function eventsOf(user: string, count: number, random: Random): ShopEvent[] {
  const [category, stem] = likesPhones(user) ? ['tech', 'phone'] : ['food', 'tea'];
  return Array.from({ length: count }, (_, i) => {
    const day = Math.floor(i / 3);
    const time = START + day * DAY + i * 60_000;
    return { user, time, action: 'view', item: `${stem}-${random.integer(6)}`, category, session: `${day}` };
  });
}
