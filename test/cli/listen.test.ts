import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openWorkspace } from '../../electron/engine/store/workspace.ts';
import { Random } from '../../shared/domain/random.ts';
import { testFolder } from '../support/folder.ts';
import { portrait, Spawned } from './portrait.ts';

interface Listener {
  readonly process: Spawned;
  readonly url: string;
  readonly key: string;
}

async function startListening(shop: string): Promise<Listener> {
  const process = new Spawned(['listen', shop, '--json']);
  onTestFinished(() => process.kill('SIGKILL'));
  const line = await vi.waitFor(
    () => {
      const [first = '', ...rest] = process.partialResult.stdout.split('\n');
      if (rest.length === 0) throw new Error(process.partialResult.stderr);
      return first;
    },
    { timeout: 60_000, interval: 20 },
  );
  return { process, ...JSON.parse(line) };
}

/** Sends messages, ten in a request, until the listener is killed; returns the items of those that it accepted. */
async function sendUntilKilled({ url, key }: Listener, run: number): Promise<string[]> {
  const accepted: string[] = [];
  for (let request = 0; ; request++) {
    const items = Array.from({ length: 10 }, (_, i) => `item-${run}-${request}-${i}`);
    const batch = items.map((item, i) => ({
      type: 'track',
      userId: `user-${i}`,
      event: 'Product Viewed',
      messageId: item,
      properties: { product_id: item },
    }));
    const headers = { authorization: `Bearer ${key}` };
    try {
      const response = await fetch(`${url}/batch`, { method: 'POST', headers, body: JSON.stringify({ batch }) });
      const receipt = await response.json();
      if (receipt.accepted === items.length) accepted.push(...items);
    } catch {
      return accepted;
    }
  }
}

describe('a listener', () => {
  it('that is killed 20 times stores every message that it accepted once', { timeout: 300_000 }, async () => {
    const shop = join(testFolder(), 'shop.portrait');
    await portrait('new', shop);
    const random = new Random(1);
    const accepted: string[] = [];
    for (let run = 0; run < 20; run++) {
      const listener = await startListening(shop);
      const sending = sendUntilKilled(listener, run);
      await new Promise((resolve) => setTimeout(resolve, 50 + 1000 * random.float()));
      listener.process.kill('SIGKILL');
      expect((await listener.process.completion).code).toBeNull();
      accepted.push(...(await sending));
    }
    const last = await startListening(shop);
    last.process.kill('SIGINT');
    const { code, stdout } = await last.process.completion;
    expect(code).toBe(0);
    expect(JSON.parse(stdout.trim().split('\n').at(-1)!)).toMatchObject({ pendingBytes: 0, importError: null });

    const workspace = openWorkspace(shop);
    const items = workspace.db.prepare<[], string>('SELECT item FROM events_named').pluck().all();
    workspace.close();
    expect(accepted.length).toBeGreaterThan(0);
    expect(new Set(items).size).toBe(items.length);
    expect(accepted.filter((item) => !items.includes(item))).toEqual([]);
  });
});
