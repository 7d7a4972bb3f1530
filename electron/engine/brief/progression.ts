import type { Progress } from '../../../shared/contract/jobs.ts';
import type { Stage } from '../../../shared/domain/progress.ts';
import type { JobContext } from '../jobs/context.ts';
import type { ExpectedSeconds, Part } from './expected-seconds.ts';

/** Start and end of each stage of a job within its part of a brief, as fractions. */
const STAGES: Readonly<Partial<Record<Stage, readonly [from: number, to: number]>>> = {
  'import.open': [0, 0.1],
  'import.read': [0.1, 0.5],
  'import.describe': [0.5, 0.7],
  'import.clean': [0.5, 0.6],
  'import.write': [0.6, 1],
  'evaluate.users': [0, 0.4],
  'evaluate.baselines': [0.4, 1],
  'map.neighbours': [0, 0.3],
  'map.layout': [0.3, 1],
};

/**
 * Progress of a brief over all of its parts, each weighted by its expected duration in seconds. The progress never
 * decreases; when a part takes less time than expected, it jumps forward at the end of the part. A resumed brief starts
 * with the parts that earlier attempts have finished.
 */
export class Progression {
  private readonly context: JobContext;
  private expected: ExpectedSeconds;
  private readonly finished = new Set<Part>();
  private readonly omitted = new Set<Part>();
  private overall = 0;

  constructor(context: JobContext, expected: ExpectedSeconds) {
    this.context = context;
    this.expected = expected;
  }

  /** Replaces the expected durations once more is known about the data. */
  expect(expected: ExpectedSeconds): void {
    this.expected = expected;
  }

  /**
   * Omits parts that the brief does not need, such as training when a model of the same data exists. Omitted parts have
   * no weight.
   */
  omit(...parts: readonly Part[]): void {
    for (const part of parts) this.omitted.add(part);
  }

  /** Marks parts as finished by an earlier attempt. */
  finish(...parts: readonly Part[]): void {
    for (const part of parts) this.finished.add(part);
  }

  /** Runs a part and returns its result; reports its progress as progress of the whole brief. */
  async run<T>(part: Part, work: (context: JobContext) => Promise<T>): Promise<T> {
    const result = await work({
      ...this.context,
      progress: (progress) => this.context.progress({ ...progress, overall: this.overallAt(part, progress) }),
    });
    this.finish(part);
    return result;
  }

  private overallAt(part: Part, { stage, done, total }: Progress): number {
    const [from, to] = STAGES[stage] ?? [0, 1];
    const share = from + (to - from) * (total > 0 ? Math.min(1, done / total) : 0);
    let seconds = share * this.expected[part];
    let all = 0;
    for (const [name, expected] of Object.entries(this.expected) as [Part, number][]) {
      if (this.omitted.has(name)) continue;
      all += expected;
      if (this.finished.has(name)) seconds += expected;
    }
    this.overall = Math.max(this.overall, Math.min(1, seconds / Math.max(all, 1e-9)));
    return this.overall;
  }
}
