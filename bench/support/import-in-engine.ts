/**
 * `FILE WORKSPACE [examine]`: imports a file into a new workspace, or examines it, as a client of a complete engine in its
 * own process, and polls the workspace's facts meanwhile. Prints the measurements as JSON.
 */
import { statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Engine } from '../../electron/engine/engine.ts';
import { databaseFile } from '../../electron/engine/store/workspace.ts';
import { unrestrictedPaths } from '../../electron/engine/unrestricted-paths.ts';
import { EngineClient } from '../../shared/protocol/client.ts';
import { portPair } from '../../shared/protocol/port.ts';
import { serve } from '../../shared/protocol/server.ts';

const ASK_EVERY_MS = 20;

const [file = '', path = '', job] = process.argv.slice(2);
const engine = new Engine(unrestrictedPaths(path), { resume: false });
const [clientPort, enginePort] = portPair();
serve(engine, enginePort);
const client = new EngineClient(clientPort);
await client.call('workspace.create', { path });

let isDone = false;
const slowestAnswer = pollUntilDone();
const start = performance.now();
const request = { files: [{ file }] };
const events =
  job === 'examine'
    ? (await client.run('ingest.examine', request)).result?.events
    : (await client.run('ingest.run', request)).events;
const seconds = (performance.now() - start) / 1000;
isDone = true;
const slowestMs = await slowestAnswer;
client.close();
await engine.close();
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
process.stdout.write(
  JSON.stringify({
    events,
    seconds,
    slowestMs,
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
    memory: maxRSS * 1024,
    bytes: statSync(databaseFile(path)).size,
  }),
);

/** Returns the longest response time, in milliseconds, of the calls sent while the import ran. */
async function pollUntilDone(): Promise<number> {
  let slowest = 0;
  for (;;) {
    await pause(ASK_EVERY_MS);
    if (isDone) return slowest;
    const sentAt = performance.now();
    await client.call('workspace.info', {});
    slowest = Math.max(slowest, performance.now() - sentAt);
  }
}
