import { PortraitError } from '../../../../shared/errors.ts';

export function checkpointMissing(file: string): PortraitError {
  return new PortraitError({
    code: 'CHECKPOINT_MISSING',
    message: `The checkpoint has no ${file}.`,
    hint: 'Choose a folder with config.json, model.safetensors, and vocab.txt or tokenizer.json; transformers writes them with save_pretrained(…, safe_serialization=True).',
    details: { file },
  });
}

export function checkpointUnsupported(why: string): PortraitError {
  return new PortraitError({
    code: 'CHECKPOINT_UNSUPPORTED',
    message: `The checkpoint cannot be used: ${why}.`,
    hint: 'Portrait reads BERT checkpoints with word pieces, such as bert-base-chinese.',
  });
}

export function checkpointDamaged(file: string, why: string, cause?: unknown): PortraitError {
  return new PortraitError(
    {
      code: 'CHECKPOINT_DAMAGED',
      message: `${file} of the checkpoint cannot be used: ${why}.`,
      hint: 'Fetch the whole folder again from where it came from.',
      details: { file },
    },
    { cause },
  );
}

export function notABert(why: string): PortraitError {
  return new PortraitError({
    code: 'NOT_A_BERT',
    message: `The run cannot be saved as a BERT: ${why}.`,
    hint: 'Save a run from a checkpoint, one that reads words only (portrait texts --words-only), or one of a single field (fields=item, norm=post).',
  });
}
