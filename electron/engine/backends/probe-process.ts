import { parentPort, workerData } from 'node:worker_threads';
import { BackendName } from '../../../shared/domain/backends.ts';
import { probe } from './probe.ts';

/** The entry of a process, or of a thread, that probes one backend, says what it found and ends. */
const found = await probe(BackendName.parse(parentPort ? workerData : process.argv[2]));
if (parentPort) parentPort.postMessage(found);
else process.send?.(found, () => process.exit());
