import type { Output } from '../../../shared/contract/index.ts';

export type Prediction = Output<'prediction.get'>;
