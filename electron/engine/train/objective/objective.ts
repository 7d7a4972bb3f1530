import type { Random } from '../../../../shared/domain/random.ts';
import type { Objective } from '../../../../shared/domain/train-config.ts';
import type { RunConfig } from '../../runs/run-files.ts';
import type { Span } from '../../sequence/build-sequence.ts';
import type { Behaviours } from '../../sequence/encode.ts';
import { causalExample, causalNext } from './causal.ts';
import type { Example } from './example.ts';
import { maskedExample, maskedNext } from './masking.ts';

interface Asking {
  /** An example of a span of one history, drawn at random; `another` gives a span of another. */
  example(behaviours: Behaviours, span: Span, config: RunConfig, random: Random, another: () => Span): Example;
  /** The history from `from` on, asked for the event that ends it. */
  next(behaviours: Behaviours, from: number, event: number, config: RunConfig): Example;
}

const OBJECTIVES: Readonly<Record<Objective, Asking>> = {
  masked: { example: maskedExample, next: maskedNext },
  causal: { example: causalExample, next: causalNext },
};

/** A training example of a history's span, as the run's objective asks; `another` gives the span of another user at random. */
export function exampleOf(
  behaviours: Behaviours,
  span: Span,
  config: RunConfig,
  random: Random,
  another: () => Span,
): Example {
  return OBJECTIVES[config.train.objective].example(behaviours, span, config, random, another);
}

/** An evaluation's question: what did the event after this history bring? Nothing of that event is seen. */
export function nextExample(behaviours: Behaviours, from: number, event: number, config: RunConfig): Example {
  return OBJECTIVES[config.train.objective].next(behaviours, from, event, config);
}
