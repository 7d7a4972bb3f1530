import { z } from 'zod';
import { RunId } from './ids.ts';
import { Path } from './import-file.ts';
import { job } from './method.ts';

const LoadedModel = z.object({
  run: z.string(),
  parameters: z.number(),
  /** Size of the word-piece vocabulary. */
  pieces: z.number(),
  width: z.number(),
  layers: z.number(),
  heads: z.number(),
  /** Maximum length of a text in word pieces, including the two special tokens. */
  length: z.number(),
  /**
   * Whether the checkpoint has the masked-language-modelling head (otherwise it is randomly initialised), and whether
   * it has a pooler.
   */
  predictsWords: z.boolean(),
  pooler: z.boolean(),
  /** Weights that were not loaded, such as a classifier's. */
  unusedWeights: z.array(z.string()),
});
export type LoadedModel = z.infer<typeof LoadedModel>;

const SavedModel = z.object({
  run: z.string(),
  /** The folder, or the zip archive. */
  folder: z.string(),
  files: z.array(z.string()),
  /** Model class in transformers. */
  architecture: z.string(),
  pieces: z.number(),
  /** Side on which sequences must be padded to the model's length; with `right`, padding is optional. */
  padding: z.enum(['right', 'left']),
});
export type SavedModel = z.infer<typeof SavedModel>;

export const model = {
  /**
   * Loads a BERT checkpoint of Hugging Face's transformers as a text run. `files` is the checkpoint folder, or
   * config.json, model.safetensors, and tokenizer.json or vocab.txt as separate files.
   */
  'model.load': job(z.object({ files: z.array(Path).min(1).max(50) }), LoadedModel, { reads: false }),
  /**
   * Saves a run with a single input field (word pieces, or one behaviour field) as a checkpoint that transformers can
   * load; `zip` packs it into an archive.
   */
  'model.save': job(z.object({ run: RunId, out: Path.exactOptional(), zip: z.boolean().default(false) }), SavedModel, {
    reads: false,
  }),
};
