import { parentPort, workerData } from 'node:worker_threads';
import { BackendName } from '../../../shared/domain/backends.ts';
import { probe } from './probe.ts';

/** Entry of a process or thread that probes one backend, sends the result and exits. */
const finding = await probe(BackendName.parse(parentPort ? workerData : process.argv[2]));
if (parentPort) parentPort.postMessage(finding);
else process.send?.(finding, () => process.exit());
