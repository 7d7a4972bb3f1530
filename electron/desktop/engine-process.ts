import type {} from 'electron';
import { Engine } from '../engine/engine.ts';
import { GrantedPaths } from '../engine/file-access.ts';
import { portraitHome } from '../engine/home.ts';
import { answerMain } from './engine-requests.ts';

/** The entry of the utility process in which the engine runs. */
const files = new GrantedPaths(portraitHome());
const engine = new Engine(files);

process.parentPort.on('message', async ({ data, ports }) => {
  const answer = await answerMain(engine, files, data, ports);
  if (answer) process.parentPort.postMessage(answer);
});
