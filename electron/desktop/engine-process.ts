import type {} from 'electron';
import { Engine } from '../engine/engine.ts';
import { GrantedPaths } from '../engine/granted-paths.ts';
import { portraitHome } from '../engine/home.ts';
import { onUncaughtError } from '../engine/host-log.ts';
import { handleMainRequest, reportWorkspace } from './engine-requests.ts';

/**
 * Entry point of the utility process that runs the engine. It exits after an uncaught error; the supervisor then
 * rejects pending requests and starts another process.
 */
const files = new GrantedPaths(portraitHome());
const engine = new Engine(files);
onUncaughtError(files.home, () => process.exit(1));
reportWorkspace(engine, (notice) => process.parentPort.postMessage(notice));

process.parentPort.on('message', async ({ data, ports }) => {
  const answer = await handleMainRequest(engine, files, data, ports);
  if (answer) process.parentPort.postMessage(answer);
});
