import './adam.ts';
import './add-bias.ts';
import './attention.ts';
import './attention-softmax.ts';
import './cross-entropy.ts';
import './dropout.ts';
import './dense.ts';
import './join-own.ts';
import './layer-norm.ts';
import './lookup.ts';

export { putReferencesInto, referenceKernel, referenceNames, runReference } from './register.ts';
