import * as tf from '@tensorflow/tfjs-core';
import { registerReference } from './register.ts';

registerReference('Lookup', ({ table, ids }) => tf.gather(table!, ids!));
registerReference('LookupGrad', ({ dy, ids }, { size }) =>
  tf.scatterND(ids!.reshape([-1, 1]), dy!, [Number(size), dy!.shape[1]!]),
);
