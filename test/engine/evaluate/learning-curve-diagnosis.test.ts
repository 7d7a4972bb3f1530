import { describe, expect, it } from 'vitest';
import { diagnoseLearningCurve } from '../../../electron/engine/evaluate/learning-curve-diagnosis.ts';

/** Learning curve with the given validation losses, training losses and NDCG@10. */
function curve(
  losses: readonly (number | null)[],
  training = (i: number) => 5 - 0.1 * i,
  ndcg = (i: number) => i / 100,
) {
  return losses.map((validationLoss, i) => ({
    epoch: i + 1,
    step: 10 * i,
    events: 0,
    seconds: 0,
    loss: training(i),
    validationLoss,
    validation: { 'ndcg@10': ndcg(i) },
  }));
}

const falling = Array.from({ length: 20 }, (_, i) => 7 - 0.1 * i);
const flat = Array.from({ length: 20 }, (_, i) => 5 + 2 * Math.exp(-i / 2));
const rising = Array.from({ length: 20 }, (_, i) => 5 + 0.02 * (i - 8) ** 2);

describe('a learning curve', () => {
  it('that still falls at its end is underfit', () => {
    expect(diagnoseLearningCurve(curve(falling), 8, false)).toEqual({
      fit: 'underfit',
      trainingLoss: 5 - 0.1 * 19,
      validationLoss: falling[19],
      bestValidationLoss: falling[19],
      popularityLoss: 8,
      keptEpoch: 20,
      bestEpoch: 20,
      epochs: 20,
    });
  });

  it('that has flattened out is good', () => {
    expect(diagnoseLearningCurve(curve(flat), 8, false).fit).toBe('good');
  });

  it('whose validation loss and rank worsened is overfit, unless the best epoch was restored', () => {
    const peak = (i: number) => 0.2 - 0.001 * (i - 8) ** 2;
    const lines = curve(rising, undefined, peak);
    expect(diagnoseLearningCurve(lines, 8, false)).toMatchObject({ fit: 'overfit', keptEpoch: 20, bestEpoch: 9 });
    expect(diagnoseLearningCurve(lines, 8, true)).toMatchObject({
      fit: 'good',
      keptEpoch: 9,
      bestEpoch: 9,
      validationLoss: 5,
    });
  });

  it('whose validation loss rose while its ranks improved is good', () => {
    expect(diagnoseLearningCurve(curve(rising), 8, false).fit).toBe('good');
  });

  it('that is no better than popularity is underfit, or overfit if the training loss is low', () => {
    const stuck = Array.from({ length: 20 }, () => 6.99);
    expect(
      diagnoseLearningCurve(
        curve(stuck, () => 6.98),
        7,
        false,
      ).fit,
    ).toBe('underfit');
    expect(
      diagnoseLearningCurve(
        curve(stuck, () => 2),
        7,
        false,
      ).fit,
    ).toBe('overfit');
  });

  it('that is short, empty or without validation has no diagnosis', () => {
    expect(diagnoseLearningCurve(curve(falling.slice(0, 3)), 8, false)).toMatchObject({
      fit: 'unknown',
      epochs: 3,
      validationLoss: 6.8,
    });
    expect(diagnoseLearningCurve([], null, true)).toMatchObject({ fit: 'unknown', epochs: 0, trainingLoss: null });
    expect(diagnoseLearningCurve(curve([null, null]), null, false)).toMatchObject({
      fit: 'unknown',
      trainingLoss: 4.9,
      bestEpoch: 0,
    });
  });
});
