import { join } from 'node:path';
import { createWorkspace } from '../../electron/engine/store/workspace.ts';
import { trainJob } from '../../electron/engine/train/train-job.ts';
import { recordingContext } from '../engine/train/context.ts';
import { ringEvents } from '../engine/train/ring-shop.ts';
import { fillShop } from './shop.ts';

/** A minimal model with two steps per epoch. */
const SMALL = { width: 8, layers: 1, heads: 2, length: 16, batchSize: 8, epochs: 3, dropout: 0.1, learningRate: 0.02 };
/** A step in the second epoch, after the first epoch's checkpoint. */
const STOP_AT = 4;

/** Creates a closed workspace in a folder, with `run-1` interrupted in its second epoch of three. Returns its path. */
export async function interruptedRun(folder: string): Promise<string> {
  const workspace = createWorkspace(join(folder, 'shop.portrait'));
  try {
    fillShop(workspace, { events: ringEvents({ users: 16, items: 12 }) });
    const { context } = recordingContext(workspace, { cancelAt: STOP_AT });
    await trainJob({ config: { ...SMALL, fields: ['action', 'item'] } }, context).then(
      () => Promise.reject(new Error('the training was not interrupted')),
      (error: Error) => (error.message === 'stopped here' ? null : Promise.reject(error)),
    );
    return workspace.path;
  } finally {
    workspace.close();
  }
}
