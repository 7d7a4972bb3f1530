import { describe, expect, it } from 'vitest';
import { formatFor } from '../../../renderer/base/format.ts';
import { oddsFactor } from '../../../renderer/pages/texts/effect-text.ts';
import {
  colourDepth,
  effectsOnClass,
  likeliestClass,
  strongestEffects,
} from '../../../renderer/pages/texts/effects.ts';
import {
  countTexts,
  type Draft,
  initialDraft,
  textTrainingInput,
} from '../../../renderer/pages/texts/text-training.ts';
import { finetuneFields } from '../../../renderer/training/finetune-settings.ts';
import { groups } from '../../../renderer/training/settings.ts';
import { interruptedJob, TRAINING_JOBS } from '../../../renderer/training/use-interrupted-job.ts';
import type { Job } from '../../../shared/contract/jobs.ts';
import { RatingConfig, TextTrainConfig } from '../../../shared/domain/text-presets.ts';

const statistics = {
  actions: [
    { action: 'review', texts: 100, rated: 90, ratings: [0, 1] },
    { action: 'search', texts: 50, rated: 0, ratings: [] },
    { action: 'survey', texts: 30, rated: 30, ratings: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] },
  ],
};
const draft: Draft = initialDraft(statistics, null);
const counts = countTexts(statistics, ['review']);

describe('a training on texts in the window', () => {
  it('counts texts over the chosen actions, or all if none is chosen', () => {
    expect(countTexts(statistics, [])).toEqual({ texts: 180, rated: 120, rateable: false });
    expect(countTexts(statistics, ['review', 'search'])).toEqual({ texts: 150, rated: 90, rateable: true });
    expect(countTexts(statistics, ['search'])).toEqual({ texts: 50, rated: 0, rateable: false });
    expect(countTexts({ actions: [] }, [])).toEqual({ texts: 0, rated: 0, rateable: false });
  });

  it('offers ratings first, else words', () => {
    expect(initialDraft({ actions: statistics.actions.slice(0, 1) }, 'run-1')).toMatchObject({
      ...{ learn: 'ratings', effort: 'quick', run: 'run-1' },
    });
    expect(draft.learn).toBe('words');
    expect(initialDraft({ actions: [] }, null).learn).toBe('words');
  });

  it('starts with a preset and the settings that were changed', () => {
    const quick = textTrainingInput({ ...draft, learn: 'ratings', ratings: { folds: 4 } }, 'quick', counts);
    expect(quick).toMatchObject({ learn: 'ratings', run: null, config: { members: 1, folds: 4 } });
    expect(quick).not.toHaveProperty('actions');
    expect(
      textTrainingInput({ ...draft, learn: 'ratings', actions: ['review'], run: 'run-2' }, 'thorough', counts),
    ).toMatchObject({ actions: ['review'], run: 'run-2', config: { members: 5, folds: 5 } });
    const words = { width: 48, workers: 2, patience: 3, averaging: 4, minutes: 5 };
    expect(textTrainingInput({ ...draft, wordsOnly: true, words }, 'quick', counts)).toMatchObject({
      ...{ learn: 'words', config: { fields: ['word'], length: 128, ...words } },
    });
  });

  it('cannot start with too few texts or with a setting that the engine rejects', () => {
    const start = (changes: Partial<Draft>, of = counts) => textTrainingInput({ ...draft, ...changes }, 'quick', of);
    expect(start({})).not.toBeNull();
    expect(start({}, { ...counts, texts: 0 })).toBeNull();
    expect(start({ words: { dropout: 2 } })).toBeNull();
    expect(start({ words: { heads: 3 } })).toBeNull();
    expect(start({ learn: 'ratings' })).not.toBeNull();
    expect(start({ learn: 'ratings' }, { ...counts, rateable: false })).toBeNull();
    expect(start({ learn: 'ratings', ratings: { folds: 1 } })).toBeNull();
  });

  it('offers every setting that the engine reads', () => {
    expect(Object.values(groups).flat()).toEqual(expect.arrayContaining(Object.keys(TextTrainConfig.shape)));
    expect(finetuneFields).toEqual(expect.arrayContaining(Object.keys(RatingConfig.shape)));
  });

  it('can be resumed if a training on ratings was interrupted', () => {
    const job = { id: 'job-1', kind: 'text.rate', state: 'cancelled', resumable: true, started: 1 } as Job;
    expect(interruptedJob([job], TRAINING_JOBS)).toBe(job);
    expect(interruptedJob([{ ...job, kind: 'explain.text' }], TRAINING_JOBS)).toBeNull();
  });
});

describe('the words that explain a rating', () => {
  const explanation = {
    classes: ['0', '1'],
    pieces: ['味道', '好', ' ', '！'],
    piecesRead: 4,
    logOdds: Float32Array.of(-1, 1),
    effects: Float32Array.of(0.5, -0.5, -2, 2, Number.NaN, Number.NaN, -3, 3),
  };

  it('are shown for a class with its probability', () => {
    expect(likeliestClass(explanation.logOdds)).toBe(1);
    const effects = effectsOnClass(explanation, 1);
    expect(effects.map(({ word, effect }) => [word, effect])).toEqual([
      ['味道', -0.5],
      ['好', 2],
      ['！', 3],
    ]);
    expect(effects[1]!.without).toBeCloseTo(1 / (1 + Math.E), 6);
  });

  it('are listed by effect, without punctuation, and coloured by their size', () => {
    const effects = effectsOnClass(explanation, 1);
    expect(strongestEffects(effects, 5).map(({ word }) => word)).toEqual(['好', '味道']);
    expect(strongestEffects(effects, 1)).toHaveLength(1);
    expect([colourDepth(-3, 3), colourDepth(1.5, 3), colourDepth(0.01, 3), colourDepth(0, 0)]).toEqual([1, 0.5, 0, 0]);
  });

  it('have signed figures', () => {
    const format = formatFor('en');
    expect([format.signed(0.853, 2), format.signed(-0.5, 2)]).toEqual(['+0.85', '−0.50']);
    expect([oddsFactor(format, Math.log(2)), oddsFactor(format, -Math.log(25))]).toEqual(['× 2.00', '÷ 25']);
  });
});
