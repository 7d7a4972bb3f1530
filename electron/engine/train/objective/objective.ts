import type { Random } from '../../../../shared/domain/random.ts';
import type { Objective } from '../../../../shared/domain/train-config.ts';
import type { RunConfig } from '../../runs/run-files.ts';
import type { Span } from '../../sequence/build-sequence.ts';
import type { Behaviours } from '../../sequence/encode.ts';
import { drawSlices, learnsContrast } from '../contrast/slices.ts';
import { causalExample, causalNextExample } from './causal.ts';
import type { Example } from './example.ts';
import { maskedExample, maskedNextExample } from './masking.ts';

interface ExampleBuilder {
  /** Draws a training example from a span of one history; `otherSpan` returns a span of another user. */
  example(behaviours: Behaviours, span: Span, config: RunConfig, random: Random, otherSpan: () => Span): Example;
  /** Returns the history from `from` on, with `event`, which ends it, as the target. */
  next(behaviours: Behaviours, from: number, event: number, config: RunConfig): Example;
}

const OBJECTIVES: Readonly<Record<Objective, ExampleBuilder>> = {
  masked: { example: maskedExample, next: maskedNextExample },
  causal: { example: causalExample, next: causalNextExample },
};

/**
 * Draws a training example from a history's span by the run's objective, with slices of the history if the run trains
 * vectors of users by contrast; `otherSpan` returns the span of another random user.
 */
export function trainingExample(
  behaviours: Behaviours,
  span: Span,
  config: RunConfig,
  random: Random,
  otherSpan: () => Span,
): Example {
  const example = OBJECTIVES[config.train.objective].example(behaviours, span, config, random, otherSpan);
  const slices = learnsContrast(config.train) ? drawSlices(behaviours, span, config, random) : null;
  return slices ? { ...example, slices } : example;
}

/**
 * Returns an evaluation example: the history before an event, with the event's token as the target. The model sees
 * nothing of the event itself.
 */
export function nextEventExample(behaviours: Behaviours, from: number, event: number, config: RunConfig): Example {
  return OBJECTIVES[config.train.objective].next(behaviours, from, event, config);
}
