import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Parsed } from '../../../shared/contract/index.ts';
import { Random } from '../../../shared/domain/random.ts';
import { TEXT_TRAINING } from '../../../shared/domain/text-presets.ts';
import { TrainConfig } from '../../../shared/domain/train-config.ts';
import { PortraitError } from '../../../shared/errors.ts';
import { EncoderConfig } from '../model/config.ts';
import { initialWeights, type Weights, weightShapes } from '../model/weights.ts';
import type { TextRunConfig } from '../runs/text-run.ts';
import type { Sequence } from '../sequence/batches.ts';
import { FIRST_TOKEN } from '../sequence/fields.ts';
import { bestSegmenter } from '../sequence/text/segmenter.ts';
import type { TextTokens } from '../sequence/text/text-tokens.ts';
import { splitIntoUnits, TEXT_FIELDS, textVocabulary, unitEncoder } from '../sequence/text/text-vocabulary.ts';
import { textCounts } from '../store/events/texts.ts';

/** Configuration and vocabulary of a new text run; `sequences` encodes its texts. */
export interface NewTextRun {
  readonly config: TextRunConfig;
  readonly tokens: TextTokens;
  sequences(): Sequence[];
}

/**
 * Returns the configuration of a run with these settings on these texts. Throws NOTHING_TO_LEARN if fewer than two
 * units occur often enough.
 */
export function configureTexts(
  texts: readonly string[],
  settings: Parsed<'text.train'>['config'],
  actions: string[] | null = null,
): NewTextRun {
  const train = TrainConfig.parse({ ...TEXT_TRAINING, ...settings });
  const units = texts.map((text) => splitIntoUnits(text, bestSegmenter()));
  const vocabulary = textVocabulary(units, train.minCount);
  if (vocabulary.fields.unit.length < 2) throw nothingToLearn(train.minCount);
  // Models of other programs read only words.
  const fields = settings.fields?.join() === 'word' ? (['word'] as const) : TEXT_FIELDS;
  const sizes = Object.fromEntries(fields.map((field) => [field, FIRST_TOKEN + vocabulary.fields[field].length]));
  const { width, layers, heads, length, norm, dropout } = train;
  const shape = { width, layers, heads, inner: 4 * width, length, norm, dropout };
  const encoder = EncoderConfig.parse({ ...shape, positions: 'fromStart', sizes });
  return {
    config: { kind: 'text', train, encoder, target: fields[0], actions, data: textHash(texts) },
    tokens: { kind: 'units', ...vocabulary },
    sequences: () => units.map(unitEncoder(vocabulary, length)),
  };
}

/** Returns the SHA-256 of a text run's training data, as 64 hexadecimal digits. */
export function textHash(texts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex');
}

/** Returns the initial weights of a text run. The caller disposes of them. */
export function initialTextWeights({ encoder, train }: Pick<TextRunConfig, 'encoder' | 'train'>): Weights {
  return initialWeights(weightShapes(encoder), new Random(train.seed));
}

/** Returns the error NO_TEXTS, which lists the actions that have texts. */
export function noTexts(db: Database, actions: readonly string[] | null): PortraitError {
  const actionsWithTexts = textCounts(db).map(({ action }) => action);
  return new PortraitError({
    code: 'NO_TEXTS',
    message: actions ? `No event of ${actions.join(', ')} has a text.` : 'No event of the workspace has a text.',
    hint:
      actionsWithTexts.length > 0
        ? `Actions with texts: ${actionsWithTexts.join(', ')}.`
        : 'Import searches or reviews, and map their column to text.',
    details: { actions: actions ?? [], actionsWithTexts },
  });
}

function nothingToLearn(minCount: number): PortraitError {
  return new PortraitError({
    code: 'NOTHING_TO_LEARN',
    message: `Too few words occur ${minCount} times in the texts, so there is nothing to learn.`,
    hint: 'Import more texts, or lower the minimum count.',
    details: { minCount, variant: 'texts' },
  });
}
