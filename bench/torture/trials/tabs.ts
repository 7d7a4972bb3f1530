import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { serveBrowser } from '../../../electron/browser/serve-browser.ts';
import { webSocketPort } from '../../../electron/browser/web-socket-port.ts';
import { errorShape } from '../../../shared/errors.ts';
import { EngineClient } from '../../../shared/protocol/client.ts';
import { SUBPROTOCOL } from '../../../shared/protocol/session-key.ts';
import { faultsOf } from '../check-workspace.ts';
import type { Trial, TrialContext } from '../trial.ts';

const TABS = 50;

/** Headers and subprotocols of a page's WebSocket. */
interface PageSession {
  url: string;
  origin: string;
  cookie: string;
  key: string;
}

/** Runs fifty pages of the browser host that call, start, cancel and disconnect at random while jobs run. */
export const tabs: Trial = {
  name: `${TABS} pages of the browser host at once`,
  unit: 'calls',
  weight: 0.5,
  most: 200_000,
  async run(context) {
    const { folder, shop, tally } = context;
    cpSync(shop, join(folder, 'tabs.portrait'), { recursive: true });
    const host = await serveBrowser({ home: folder });
    try {
      const session = await newSession(host.freshUrl());
      const client = await newPage(session);
      await client.call('workspace.open', { path: 'tabs' });
      await Promise.all(Array.from({ length: TABS }, () => usePages(session, context)));
      const { jobs } = await client.call('jobs.list', {});
      for (const { kind, error } of jobs) if (error?.code === 'INTERNAL') tally.fail(`${kind}: ${error.message}`);
      client.close();
    } finally {
      await host.close();
    }
    for (const fault of faultsOf(join(folder, 'tabs.portrait'))) tally.fail(fault);
  },
};

async function newSession(address: string): Promise<PageSession> {
  const { origin, hash } = new URL(address);
  const body = JSON.stringify({ token: hash.replace('#token=', '') });
  const response = await fetch(`${origin}/session`, { method: 'POST', headers: { origin }, body });
  const { key } = (await response.json()) as { key: string };
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { url: `${origin.replace('http', 'ws')}/wire`, origin, cookie, key };
}

function newPage({ url, origin, cookie, key }: PageSession): Promise<EngineClient> {
  const socket = new WebSocket(url, [SUBPROTOCOL, key], { headers: { origin, cookie } });
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(new EngineClient(webSocketPort(socket))));
    socket.once('error', reject);
  });
}

/** Simulates a tab: a page that is used for a while, closed or left in the middle of a call, and opened again. */
async function usePages(session: PageSession, { random, tally, isOver }: TrialContext): Promise<void> {
  while (!isOver() && tally.tried < tabs.most) {
    const client = await newPage(session);
    for (let calls = random.integer(40); calls > 0 && !isOver(); calls--) {
      const code = await act(client, random.integer(20)).then(
        () => 'answered',
        (error: unknown) => errorShape(error).code,
      );
      if (code === 'INTERNAL' || code === 'ENGINE_GONE') tally.fail(`a page is answered with ${code}`);
      else tally.pass(code);
      await sleep(random.integer(20));
    }
    if (random.chance(0.3)) void act(client, 0).catch(() => null);
    client.close();
  }
}

async function act(client: EngineClient, choice: number): Promise<unknown> {
  switch (choice) {
    case 0:
      return client.start('map.compute', { run: 'run-1', epochs: 10 });
    case 1:
      return client.start('train.start', { config: { epochs: 1, width: 16, layers: 1, length: 16 } });
    case 2:
    case 3: {
      const { jobs } = await client.call('jobs.list', {});
      const open = jobs.findLast(({ state }) => state === 'running' || state === 'queued');
      return open && client.call('jobs.cancel', { job: open.id });
    }
    case 4:
      return client.call('segment.list', {});
    case 5:
      return client.call('train.runs', {});
    case 6:
      return client.call('map.list', {});
    default:
      return client.call('workspace.info', {});
  }
}
