import { Option } from 'commander';
import { Pooling } from '../../../shared/domain/pooling.ts';

/** Returns the option that chooses how vectors are computed. */
export const poolingOption = () =>
  new Option(
    '--pooling <kind>',
    'what a vector is: the mean state over the whole history beside latent semantic analysis of its items (full), without it (history), or over the last events only (recent)',
  ).choices(Pooling.options);
