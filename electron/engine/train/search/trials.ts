import { rmSync } from 'node:fs';
import type { Progress } from '../../../../shared/contract/jobs.ts';
import type { DrawnSettings } from '../../../../shared/domain/search-ranges.ts';
import type { JobContext } from '../../jobs/context.ts';
import { modelFolder } from '../../store/workspace.ts';
import type { Dataset } from '../dataset.ts';
import { measureTraining } from '../measure-training.ts';
import { drawTrial } from './draw.ts';
import { appendTrial, compareTrials, readTrials, type SearchFile, type TrialLine, trialRun } from './search-files.ts';
import { type TrialLimit, trainTrial } from './trial.ts';

/** Factor by which the estimated time must fit into the remaining time; otherwise the training's time is limited. */
const TIME_MARGIN = 1.25;

/** The trials of a search: reads the recorded ones from the file, and trains and records the others. */
export class Trials {
  private readonly search: string;
  private readonly file: SearchFile;
  private readonly dataset: Dataset;
  private readonly context: JobContext;
  private readonly lineByTrial: Map<number, TrialLine>;
  private readonly drawn: (DrawnSettings | null)[] = [];
  /** Number of the trial that is being trained. */
  private currentTrial = 0;
  private measuredSecondsPerEpoch: number | null = null;
  private readonly spentBefore: number;
  private readonly started = performance.now();

  constructor(search: string, file: SearchFile, dataset: Dataset, context: JobContext) {
    const lines = readTrials(context.workspace.path, search);
    this.search = search;
    this.file = file;
    this.dataset = dataset;
    this.lineByTrial = new Map(lines.map((line) => [line.trial, line]));
    this.spentBefore = lines.at(-1)?.spent ?? 0;
    this.context = context;
  }

  lines(): TrialLine[] {
    return [...this.lineByTrial.values()];
  }

  secondsLeft(): number {
    return 60 * this.file.minutes - this.spent();
  }

  /** Returns the settings of trial number `trial` (from 1), or null if the ranges are exhausted. */
  settingsOf(trial: number): DrawnSettings | null {
    const { ranges, config, seed } = this.file;
    while (this.drawn.length < trial) {
      const earlierTrials = this.drawn.filter((settings) => settings !== null);
      this.drawn.push(drawTrial(ranges, config, seed, this.drawn.length + 1, earlierTrials));
    }
    return this.drawn[trial - 1] ?? null;
  }

  /** Trains a trial of `length` epochs to the end of epoch `end`, or until time runs out. */
  async train(trial: number, length: number, end: number): Promise<void> {
    const limit = { epoch: end, minutes: this.file.config.minutes, outOfTime: () => this.secondsLeft() <= 0 };
    if ((this.lineByTrial.get(trial)?.epochs ?? 0) < end) await this.trainUntil(trial, length, limit);
  }

  /**
   * Completes the training of a trial: for all its epochs or, if they would take longer than the remaining time, for
   * the remaining time, over which its learning rate decays.
   */
  async finish(trial: number, length: number): Promise<void> {
    const { epochs = 0, seconds = 0 } = this.lineByTrial.get(trial) ?? {};
    const secondsLeft = this.secondsLeft();
    const needed = (length - epochs) * (epochs > 0 ? seconds / epochs : await this.secondsPerEpoch());
    const isEnough = TIME_MARGIN * needed <= secondsLeft;
    const { minutes: configuredMinutes } = this.file.config;
    const limit = (seconds + Math.max(1, secondsLeft)) / 60;
    const minutes = isEnough ? configuredMinutes : Math.min(limit, configuredMinutes || limit);
    await this.trainUntil(trial, length, {
      epoch: Number.POSITIVE_INFINITY,
      minutes,
      outOfTime: () => isEnough && this.secondsLeft() <= 0,
    });
  }

  /** Mean over all trials so far; measured if none has completed an epoch. */
  async secondsPerEpoch(): Promise<number> {
    const sum = (of: 'seconds' | 'epochs') => this.lines().reduce((total, line) => total + line[of], 0);
    if (sum('epochs') > 0) return sum('seconds') / sum('epochs');
    this.measuredSecondsPerEpoch ??= (
      await measureTraining(this.dataset, this.file.config, this.context)
    ).secondsPerEpoch;
    return this.measuredSecondsPerEpoch;
  }

  /** Stops all but the best `count` trials and returns the remaining ones. */
  selectBest(trials: readonly number[], count: number): number[] {
    const lines = trials.flatMap((trial) => this.lineByTrial.get(trial) ?? []);
    const running = ({ state }: TrialLine) => (state === 'running' || state === 'finished' ? 0 : 1);
    lines.sort((a, b) => running(a) - running(b) || compareTrials(a, b));
    for (const line of lines.slice(count)) this.stop(line);
    return lines.slice(0, count).map(({ trial }) => trial);
  }

  private stop(line: TrialLine): void {
    if (line.state === 'running') this.record({ ...line, state: 'stopped' });
    const run = trialRun(this.search, line.trial);
    rmSync(modelFolder(this.context.workspace.path, run), { recursive: true, force: true });
  }

  private async trainUntil(trial: number, length: number, limit: TrialLimit): Promise<void> {
    const line = this.lineByTrial.get(trial);
    if (line && line.state !== 'running') return;
    // The first trial is trained in any case, so that there is something to save.
    if (this.secondsLeft() <= 0 && this.lineByTrial.size > 0) return;
    const settings = this.settingsOf(trial);
    if (!settings) return;
    const { config: common, data } = this.file;
    const config = { ...common, ...settings, epochs: length, patience: common.patience || length };
    const trialRunConfig = { run: trialRun(this.search, trial), trial, settings, config };
    this.currentTrial = trial;
    const context = { ...this.context, progress: ({ figures }: Progress) => this.reportProgress(figures) };
    this.record(await trainTrial(trialRunConfig, this.dataset, data, limit, context));
  }

  private reportProgress({ epoch = 0, loss = 0 }: Readonly<Record<string, number>> = {}): void {
    const best = this.lines().sort(compareTrials)[0]?.ndcg10;
    const figures = { trial: this.currentTrial, epoch, loss, ...(best == null ? {} : { best }) };
    const [done, total] = [Math.round(this.spent()), Math.round(60 * this.file.minutes)];
    this.context.progress({ stage: 'train.search', done: Math.min(done, total), total, unit: 'seconds', figures });
  }

  private record(line: Omit<TrialLine, 'spent'>): void {
    const timedLine = { ...line, spent: this.spent() };
    appendTrial(this.context.workspace.path, this.search, timedLine);
    this.lineByTrial.set(line.trial, timedLine);
  }

  private spent(): number {
    return this.spentBefore + (performance.now() - this.started) / 1000;
  }
}
