import { PortraitError } from '../../../../shared/errors.ts';

/** A setting, token or piece of a checkpoint that Portrait cannot compute with. */
interface Unsupported {
  readonly variant: keyof typeof reasons;
  /** Setting of a file, a special token, or a piece of the vocabulary. */
  readonly name?: string;
  /** Value in the checkpoint. */
  readonly value?: string | number;
  /** Number of rows of the word embeddings. */
  readonly size?: number;
  /** Message of the schema that a setting violates. */
  readonly problem?: string | undefined;
}

const reasons = {
  'model-type': ({ value }: Unsupported) => `its model type is ${value}, not bert`,
  activation: ({ value }: Unsupported) => `its activation is ${value}, not gelu`,
  positions: ({ value }: Unsupported) => `its position embeddings are ${value}, not absolute`,
  'cross-attention': () => 'it has cross-attention',
  range: ({ name, problem }: Unsupported) => `its ${name} is out of range (${problem})`,
  untied: () => 'its output weights are not tied to the word embeddings',
  tokenizer: ({ name, problem }: Unsupported) => `${name} of its tokenizer.json differs from BERT (${problem})`,
  'piece-range': ({ name, value, size }: Unsupported) =>
    `its tokeniser maps "${name}" to ${value}, but the model has ${size} tokens`,
  'special-missing': ({ name }: Unsupported) => `its tokeniser has no ${name}`,
  'special-same': () => 'two of its special tokens are the same',
};

export function checkpointUnsupported(unsupported: Unsupported): PortraitError {
  const { variant, name = null, value = null, size = null } = unsupported;
  return new PortraitError({
    code: 'CHECKPOINT_UNSUPPORTED',
    message: `This checkpoint is not supported: ${reasons[variant](unsupported)}.`,
    hint: 'Portrait supports BERT checkpoints with WordPiece tokenisers, such as bert-base-chinese.',
    details: { variant, name, value, size },
  });
}
