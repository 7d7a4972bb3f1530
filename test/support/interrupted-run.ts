import { join } from 'node:path';
import { createWorkspace } from '../../electron/engine/store/workspace.ts';
import { trainJob } from '../../electron/engine/train/train-job.ts';
import { recordingContext } from '../engine/train/context.ts';
import { ringEvents } from '../engine/train/ring-shop.ts';
import { fillShop } from './shop.ts';

/** Two steps an epoch of a model as small as can be. */
const SMALL = { width: 8, layers: 1, heads: 2, length: 16, batchSize: 8, epochs: 3, dropout: 0.1, learningRate: 0.02 };
/** In the second epoch, after the first one's checkpoint. */
const STOP_AT = 4;

/** A closed workspace in a folder, whose `run-1` was interrupted in its second epoch of three. Gives its path. */
export async function interruptedRun(folder: string): Promise<string> {
  const workspace = createWorkspace(join(folder, 'shop.portrait'));
  try {
    fillShop(workspace, { events: ringEvents({ users: 16, items: 12 }) });
    const { context } = recordingContext(workspace, { cancelAt: STOP_AT });
    await trainJob({ config: { ...SMALL, fields: ['action', 'item'] } }, context).then(
      () => Promise.reject(new Error('the training was to be interrupted')),
      (error: Error) => (error.message === 'stopped here' ? null : Promise.reject(error)),
    );
    return workspace.path;
  } finally {
    workspace.close();
  }
}
