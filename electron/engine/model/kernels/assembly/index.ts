export { matmul } from './matmul';
export { geluForward, geluBackward } from './gelu';
export { layerNormForward, layerNormBackward } from './layer-norm';
export { softmaxForward, softmaxBackward } from './softmax';
export { crossEntropy } from './cross-entropy';
export { adam, sumOfSquares } from './adam';
export { lookup, segmentSum } from './embedding';
export { addBias, columnSums } from './bias';
export { dropout } from './dropout';
