import type { HeadConfig } from '../../../../shared/domain/head-config.ts';
import { ratingSteps } from '../../../../shared/domain/text-presets.ts';
import type { JobContext } from '../../jobs/context.ts';

/** Progress over all heads of all folds and of those that are kept, in steps, with how they did so far. */
export class RatingProgress {
  private readonly context: JobContext;
  private readonly total: number;
  private done = 0;
  private figures: Readonly<Record<string, number>> = {};

  constructor(context: JobContext, config: HeadConfig, texts: number) {
    this.context = context;
    this.total = ratingSteps(config, texts);
  }

  readonly hooks = {
    checkCancelled: () => this.context.checkCancelled(),
    onStep: (_share: number, loss: number) => {
      this.done = Math.min(this.done + 1, this.total);
      this.tell({ loss });
    },
  };

  /** After a fold: which share of the texts was judged by now, and which share of those the model and the regression are right about. */
  judged(judged: number, model: number, linear: number): void {
    this.figures = { judged, accuracy: model, 'linear accuracy': linear };
    this.tell({});
  }

  /** Passes over the steps of a fold that was judged before an interruption. */
  skip(steps: number): void {
    this.done = Math.min(this.done + steps, this.total);
  }

  get steps(): number {
    return this.done;
  }

  private tell(loss: Readonly<Record<string, number>>): void {
    const figures = { ...loss, ...this.figures };
    this.context.progress({ stage: 'train.steps', done: this.done, total: this.total, unit: 'steps', figures });
  }
}
