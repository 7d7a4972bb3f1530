/**
 * Imports the file named on the command line into a new workspace through a whole engine, as a client of it, in a process
 * of its own, and asks for the workspace's facts all the while. Prints what it measured as JSON.
 */
import { statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Engine } from '../../electron/engine/engine.ts';
import { typedPaths } from '../../electron/engine/file-access.ts';
import { databaseFile } from '../../electron/engine/store/workspace.ts';
import { EngineClient } from '../../shared/protocol/client.ts';
import { portPair } from '../../shared/protocol/port.ts';
import { serve } from '../../shared/protocol/server.ts';

const ASK_EVERY_MS = 20;

const [file = '', path = ''] = process.argv.slice(2);
const engine = new Engine(typedPaths(path), { resume: false });
const [near, far] = portPair();
serve(engine, far);
const client = new EngineClient(near);
await client.call('workspace.create', { path });

let isDone = false;
const answers = askAllTheWhile();
const start = performance.now();
const { events } = await client.run('ingest.run', { files: [{ file }] });
const seconds = (performance.now() - start) / 1000;
isDone = true;
const slowestMs = await answers;
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

/** Returns the longest that an answer took, in milliseconds, of those that were asked for while the import ran. */
async function askAllTheWhile(): Promise<number> {
  let slowest = 0;
  for (;;) {
    await pause(ASK_EVERY_MS);
    if (isDone) return slowest;
    const asked = performance.now();
    await client.call('workspace.info', {});
    slowest = Math.max(slowest, performance.now() - asked);
  }
}
