import './adam.ts';
import './add-bias.ts';
import './attention.ts';
import './attention-softmax.ts';
import './dropout.ts';
import './dense.ts';
import './embedding-sum.ts';
import './layer-norm.ts';
import './lookup.ts';
import './tied-cross-entropy.ts';

export { referenceKernel, referenceNames, registerReferenceKernels, runReference } from './register.ts';
