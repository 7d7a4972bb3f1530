import { z } from 'zod';
import { PredictionKind } from '../../../../shared/contract/prediction.ts';
import { FIELDS } from '../../sequence/fields.ts';

const Scale = z.strictObject({ mean: z.number(), deviation: z.number().positive(), skewed: z.boolean() });

/**
 * Schema of `scorer.json`: describes the arrays in `scorer.safetensors` and lists the hashes of the files they belong
 * to.
 */
export const ScorerFile = z.strictObject({
  /** `portrait-head-1` in files of earlier versions, which are otherwise the same. */
  format: z.enum(['portrait-prediction-1', 'portrait-head-1']),
  kind: z.enum(['solved', 'trained']),
  labels: z.strictObject({ kind: PredictionKind, names: z.array(z.string()).min(1) }),
  dates: z.boolean(),
  /** Fields whose values are counted; null if the scorer uses no counts. */
  counted: z.array(z.enum(FIELDS)).nullable(),
  /** Target scale of the linear model; null if there is none. */
  linear: Scale.nullable(),
  /** Target scale, hidden width and number of the trained heads; null for kind `solved`. */
  trained: z
    .strictObject({ scale: Scale, hidden: z.number().int().min(0).max(1024), members: z.number().int().min(1).max(20) })
    .nullable(),
  calibration: z.discriminatedUnion('method', [
    z.strictObject({ method: z.literal('none') }),
    z.strictObject({ method: z.literal('temperature'), temperature: z.number().positive() }),
    z.strictObject({ method: z.literal('isotonic') }),
  ]),
  /** SHA-256 of files in the same folder. */
  files: z.record(z.string(), z.string()),
});
export type ScorerFile = z.infer<typeof ScorerFile>;
