import { describe, expect, it } from 'vitest';
import { formatOf } from '../../../../renderer/base/format.ts';
import { interrupted, TRAININGS } from '../../../../renderer/pages/model/live/use-interrupted-job.ts';
import { oddsFactor, signed } from '../../../../renderer/pages/texts/effect-text.ts';
import { depthOf, effectsOn, likeliest, strongest } from '../../../../renderer/pages/texts/effects.ts';
import { type Draft, lessonOf, sumOf } from '../../../../renderer/pages/texts/text-training.ts';
import type { Job } from '../../../../shared/contract/jobs.ts';

const survey = {
  actions: [
    { action: 'review', texts: 100, rated: 90, ratings: [0, 1] },
    { action: 'search', texts: 50, rated: 0, ratings: [] },
    { action: 'survey', texts: 30, rated: 30, ratings: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] },
  ],
};
const draft: Draft = { learn: 'ratings', actions: [], run: null, wordsOnly: false, words: {}, ratings: {} };

describe('what is asked of texts', () => {
  it('is summed over the actions that are chosen, all where none is', () => {
    expect(sumOf(survey, [])).toEqual({ texts: 180, rated: 120, rateable: false });
    expect(sumOf(survey, ['review', 'search'])).toEqual({ texts: 150, rated: 90, rateable: true });
    expect(sumOf(survey, ['search'])).toEqual({ texts: 50, rated: 0, rateable: false });
    expect(sumOf({ actions: [] }, [])).toEqual({ texts: 0, rated: 0, rateable: false });
  });

  it('becomes what the engine learns: a preset with what was set other than it', () => {
    const quick = lessonOf({ ...draft, ratings: { folds: 4 } }, 'quick', 90);
    expect(quick).toMatchObject({ learn: 'ratings', run: null, config: { members: 1, folds: 4 } });
    expect(quick).not.toHaveProperty('actions');
    expect(lessonOf({ ...draft, actions: ['review'], run: 'run-2' }, 'thorough', 90)).toMatchObject({
      ...{ actions: ['review'], run: 'run-2', config: { members: 5, folds: 5 } },
    });
    expect(lessonOf({ ...draft, learn: 'words', wordsOnly: true, words: { width: 48 } }, 'quick', 0)).toMatchObject({
      ...{ learn: 'words', config: { fields: ['word'], width: 48, length: 128 } },
    });
    expect(lessonOf({ ...draft, learn: 'checkpoint' }, 'quick', 0)).toBeNull();
  });

  it('can be gone on with where a training of ratings was stopped', () => {
    const job = { id: 'job-1', kind: 'text.rate', state: 'cancelled', resumable: true, started: 1 } as Job;
    expect(interrupted([job], TRAININGS)).toBe(job);
    expect(interrupted([{ ...job, kind: 'explain.text' }], TRAININGS)).toBeNull();
  });
});

describe('the words that account for a rating', () => {
  const explained = {
    classes: ['0', '1'],
    pieces: ['味道', '好', ' ', '！'],
    read: 4,
    logOdds: Float32Array.of(-1, 1),
    effects: Float32Array.of(0.5, -0.5, -2, 2, Number.NaN, Number.NaN, -3, 3),
  };

  it('are told for a class with its probability without each', () => {
    expect(likeliest(explained.logOdds)).toBe(1);
    const effects = effectsOn(explained, 1);
    expect(effects.map(({ word, effect }) => [word, effect])).toEqual([
      ['味道', -0.5],
      ['好', 2],
      ['！', 3],
    ]);
    expect(effects[1]!.without).toBeCloseTo(1 / (1 + Math.E), 6);
  });

  it('are listed the strongest first, signs left out, and coloured by their size beside it', () => {
    const effects = effectsOn(explained, 1);
    expect(strongest(effects, 5).map(({ word }) => word)).toEqual(['好', '味道']);
    expect(strongest(effects, 1)).toHaveLength(1);
    expect([depthOf(-3, 3), depthOf(1.5, 3), depthOf(0.01, 3), depthOf(0, 0)]).toEqual([1, 0.5, 0, 0]);
  });

  it('have figures that read either way', () => {
    const format = formatOf('en');
    expect([signed(format, 0.853), signed(format, -0.5)]).toEqual(['+0.85', '−0.50']);
    expect([oddsFactor(format, Math.log(2)), oddsFactor(format, -Math.log(25))]).toEqual(['× 2.00', '÷ 25']);
  });
});
