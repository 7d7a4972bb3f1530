import { PortraitError } from '../../../../shared/errors.ts';

/** `files` are alternatives, of which a checkpoint needs one. */
export function checkpointMissing(files: readonly string[]): PortraitError {
  return new PortraitError({
    code: 'CHECKPOINT_MISSING',
    message: `The checkpoint has no ${files.join(' or ')}.`,
    hint: 'Choose a folder with config.json, model.safetensors, and vocab.txt or tokenizer.json, as saved by save_pretrained(…, safe_serialization=True) of transformers.',
    details: { files },
  });
}

/** What is wrong with a checkpoint's file: shapes are those of `weight` in the file and by the configuration. */
interface Damage {
  readonly variant: keyof typeof damages;
  /** Wrong settings of a configuration, and the messages of its schema. */
  readonly settings?: readonly string[];
  readonly problem?: string;
  readonly weight?: string | undefined;
  readonly shape?: readonly number[];
  readonly expected?: readonly number[];
}

const damages = {
  json: () => 'it is no JSON object',
  size: () => 'it is too large to be what its name says',
  settings: ({ problem }: Damage) => problem,
  missing: ({ weight }: Damage) => `it lacks ${weight}`,
  shape: ({ weight, shape, expected }: Damage) => `${weight} is (${shape}), where config.json asks for (${expected})`,
};

export function checkpointDamaged(file: string, damage: Damage, cause?: unknown): PortraitError {
  const { variant, settings = [], weight = null, shape = [], expected = [] } = damage;
  return new PortraitError(
    {
      code: 'CHECKPOINT_DAMAGED',
      message: `${file} of the checkpoint is damaged: ${damages[variant](damage)}.`,
      hint: 'Download the whole folder again.',
      details: { file, variant, settings, weight, shape, expected },
    },
    { cause },
  );
}

const differences = {
  fields: (value: string | number) => `it reads ${value} fields, but BERT reads one`,
  norm: (value: string | number) => `its layer normalisation is ${value}, but BERT uses post`,
};

/** `value` is the number of fields, or the place of the layer normalisation. */
export function notABert(variant: keyof typeof differences, value: string | number): PortraitError {
  return new PortraitError({
    code: 'NOT_A_BERT',
    message: `The run cannot be exported as a BERT checkpoint: ${differences[variant](value)}.`,
    hint: 'Export a run that started from a checkpoint, reads whole words only, or reads a single field (fields=item, norm=post).',
    details: { variant, value },
  });
}
