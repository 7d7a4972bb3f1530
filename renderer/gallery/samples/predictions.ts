import type { PredictionRow } from '../../../shared/contract/prediction.ts';
import { DAY } from './day.ts';

const returns: PredictionRow = {
  run: 'run-4',
  parent: 'run-1',
  target: { kind: 'returns', days: 30 },
  kind: 'classes',
  users: 1210,
  scored: 1840,
  scoring: null,
  metric: 'rocAuc',
  model: { value: 0.743, low: 0.72, high: 0.765 },
  linear: { value: 0.712, low: 0.69, high: 0.735 },
  base: { value: 0.5, low: 0.5, high: 0.5 },
  difference: { value: 0.031, low: 0.012, high: 0.05 },
  verdict: 'better',
  pretrainedUntil: null,
  seconds: 84,
  created: DAY,
  title: '',
  note: '',
};

export const predictions: readonly PredictionRow[] = [
  returns,
  {
    ...returns,
    run: 'run-5',
    parent: null,
    target: { kind: 'buys', of: 'category', names: ['tea', 'coffee'], days: 14 },
    difference: { value: 0.004, low: -0.01, high: 0.018 },
    verdict: 'maybe',
  },
  {
    ...returns,
    run: 'run-6',
    target: { kind: 'spend', days: 90 },
    kind: 'number',
    metric: 'mae',
    model: { value: 41.2, low: 38.8, high: 43.9 },
    linear: { value: 37.5, low: 35.1, high: 40 },
    difference: { value: -3.7, low: -5.9, high: -1.6 },
    verdict: 'no',
  },
];
