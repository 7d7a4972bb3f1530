import { Option } from 'commander';
import { Pooling } from '../../../shared/domain/pooling.ts';

/** Returns the option that chooses how vectors are computed. */
export const poolingOption = () =>
  new Option(
    '--pooling <kind>',
    'how a vector is computed: mean state over the whole history with latent semantic analysis of the items (full), without it (history), or over the latest events only (recent)',
  ).choices(Pooling.options);
