import { PortraitError } from '../../../../shared/errors.ts';

export function checkpointMissing(file: string): PortraitError {
  return new PortraitError({
    code: 'CHECKPOINT_MISSING',
    message: `The checkpoint has no ${file}.`,
    hint: 'Choose a folder with config.json, model.safetensors, and vocab.txt or tokenizer.json, as saved by save_pretrained(…, safe_serialization=True) of transformers.',
    details: { file },
  });
}

export function checkpointUnsupported(why: string): PortraitError {
  return new PortraitError({
    code: 'CHECKPOINT_UNSUPPORTED',
    message: `This checkpoint is not supported: ${why}.`,
    hint: 'Portrait supports BERT checkpoints with WordPiece tokenisers, such as bert-base-chinese.',
    details: { reason: why },
  });
}

export function checkpointDamaged(file: string, why: string, cause?: unknown): PortraitError {
  return new PortraitError(
    {
      code: 'CHECKPOINT_DAMAGED',
      message: `${file} of the checkpoint is damaged: ${why}.`,
      hint: 'Download the whole folder again.',
      details: { file },
    },
    { cause },
  );
}

export function notABert(why: string): PortraitError {
  return new PortraitError({
    code: 'NOT_A_BERT',
    message: `The run cannot be exported as a BERT checkpoint: ${why}.`,
    hint: 'Export a run that started from a checkpoint, reads whole words only, or reads a single field (fields=item, norm=post).',
    details: { reason: why },
  });
}
