/** Types of the chained methods that `tfjs-operations.js`, made by `build/tfjs-operations.ts`, registers. */
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js';
