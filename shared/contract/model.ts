import { z } from 'zod';
import { job } from './method.ts';

const LoadedModel = z.object({
  run: z.string(),
  parameters: z.number(),
  /** Word pieces that it knows. */
  pieces: z.number(),
  width: z.number(),
  layers: z.number(),
  heads: z.number(),
  /** Longest text in pieces, the two at its ends included. */
  length: z.number(),
  /** Whether it came with the head that predicts hidden words (else that begins with random weights), and with a pooler. */
  predictsWords: z.boolean(),
  pooler: z.boolean(),
  /** Weights that were left out, such as a classifier's. */
  passedOver: z.array(z.string()),
});
export type LoadedModel = z.infer<typeof LoadedModel>;

const SavedModel = z.object({
  run: z.string(),
  /** The folder, or the zip archive that it is packed into. */
  folder: z.string(),
  files: z.array(z.string()),
  /** The class of transformers that it is of. */
  architecture: z.string(),
  pieces: z.number(),
  /** On which side sequences must be padded to the model's length; on the right, padding is as one likes. */
  padding: z.enum(['right', 'left']),
});
export type SavedModel = z.infer<typeof SavedModel>;

export const model = {
  /**
   * Takes over a BERT checkpoint of Hugging Face's transformers as a text run. `files` are its folder, or config.json,
   * model.safetensors, and tokenizer.json or vocab.txt, one by one.
   */
  'model.load': job(z.object({ files: z.array(z.string()).min(1).max(50) }), LoadedModel),
  /** Writes a run that reads one field (word pieces, or one of behaviour) as a checkpoint that transformers loads; `zip` packs it. */
  'model.save': job(
    z.object({ run: z.string(), out: z.string().min(1).exactOptional(), zip: z.boolean().default(false) }),
    SavedModel,
  ),
};
