import { rmSync } from 'node:fs';
import type { Progress } from '../../../../shared/contract/jobs.ts';
import type { Drawn } from '../../../../shared/domain/search-ranges.ts';
import type { JobContext } from '../../jobs/context.ts';
import { modelFolder } from '../../store/workspace.ts';
import type { Dataset } from '../dataset.ts';
import { measureTraining } from '../measure-training.ts';
import { drawTrial } from './draw.ts';
import { appendTrial, byMerit, readTrials, type SearchFile, type TrialLine, trialRun } from './search-files.ts';
import { trainTrial, type Until } from './trial.ts';

/** How much more time than it seems to need a training is given before its time is limited. */
const SPARE = 1.25;

/** The trials of a search: what is known of each is read from its file, what is not is trained and written down. */
export class Trials {
  private readonly search: string;
  private readonly file: SearchFile;
  private readonly dataset: Dataset;
  private readonly context: JobContext;
  private readonly known: Map<number, TrialLine>;
  private readonly drawn: (Drawn | null)[] = [];
  /** The trial that is being trained. */
  private present = 0;
  private measured: number | null = null;
  private readonly spentBefore: number;
  private readonly started = performance.now();

  constructor(search: string, file: SearchFile, dataset: Dataset, context: JobContext) {
    const lines = readTrials(context.workspace.path, search);
    this.search = search;
    this.file = file;
    this.dataset = dataset;
    this.known = new Map(lines.map((line) => [line.trial, line]));
    this.spentBefore = lines.at(-1)?.spent ?? 0;
    this.context = context;
  }

  lines(): TrialLine[] {
    return [...this.known.values()];
  }

  secondsLeft(): number {
    return 60 * this.file.minutes - this.spent();
  }

  /** What trial number `trial` (from 1) is, or null where the ranges hold nothing more. */
  settingsOf(trial: number): Drawn | null {
    const { ranges, config, seed } = this.file;
    while (this.drawn.length < trial) {
      const before = this.drawn.filter((settings) => settings !== null);
      this.drawn.push(drawTrial(ranges, config, seed, this.drawn.length + 1, before));
    }
    return this.drawn[trial - 1] ?? null;
  }

  /** Trains a trial of `length` epochs to the end of epoch `end`, or as far as there is time. */
  async train(trial: number, length: number, end: number): Promise<void> {
    const until = { epoch: end, minutes: this.file.config.minutes, outOfTime: () => this.secondsLeft() <= 0 };
    if ((this.known.get(trial)?.epochs ?? 0) < end) await this.go(trial, length, until);
  }

  /**
   * Trains a trial to its end: by its epochs, or where these would take longer than there is time by the time that is left,
   * over which its rate then falls.
   */
  async finish(trial: number, length: number): Promise<void> {
    const { epochs = 0, seconds = 0 } = this.known.get(trial) ?? {};
    const left = this.secondsLeft();
    const needed = (length - epochs) * (epochs > 0 ? seconds / epochs : await this.secondsPerEpoch());
    const enough = SPARE * needed <= left;
    const { minutes: own } = this.file.config;
    const limit = (seconds + Math.max(1, left)) / 60;
    const minutes = enough ? own : Math.min(limit, own || limit);
    await this.go(trial, length, {
      epoch: Number.POSITIVE_INFINITY,
      minutes,
      outOfTime: () => enough && this.secondsLeft() <= 0,
    });
  }

  /** Over all trials so far; measured where none has learnt one. */
  async secondsPerEpoch(): Promise<number> {
    const sum = (of: 'seconds' | 'epochs') => this.lines().reduce((total, line) => total + line[of], 0);
    if (sum('epochs') > 0) return sum('seconds') / sum('epochs');
    this.measured ??= (await measureTraining(this.dataset, this.file.config, this.context)).secondsPerEpoch;
    return this.measured;
  }

  /** Lets go of all but the best `count`; gives those. */
  keep(trials: readonly number[], count: number): number[] {
    const lines = trials.flatMap((trial) => this.known.get(trial) ?? []);
    const running = ({ state }: TrialLine) => (state === 'running' || state === 'finished' ? 0 : 1);
    lines.sort((a, b) => running(a) - running(b) || byMerit(a, b));
    for (const line of lines.slice(count)) this.stop(line);
    return lines.slice(0, count).map(({ trial }) => trial);
  }

  private stop(line: TrialLine): void {
    if (line.state === 'running') this.note({ ...line, state: 'stopped' });
    const run = trialRun(this.search, line.trial);
    rmSync(modelFolder(this.context.workspace.path, run), { recursive: true, force: true });
  }

  private async go(trial: number, length: number, until: Until): Promise<void> {
    const line = this.known.get(trial);
    if (line && line.state !== 'running') return;
    // Of the first trial at least there is something to keep.
    if (this.secondsLeft() <= 0 && this.known.size > 0) return;
    const settings = this.settingsOf(trial);
    if (!settings) return;
    const { config: common, data } = this.file;
    const config = { ...common, ...settings, epochs: length, patience: common.patience || length };
    const of = { run: trialRun(this.search, trial), trial, settings, config };
    this.present = trial;
    const context = { ...this.context, progress: ({ figures }: Progress) => this.tell(figures) };
    this.note(await trainTrial(of, this.dataset, data, until, context));
  }

  private tell({ epoch = 0, loss = 0 }: Readonly<Record<string, number>> = {}): void {
    const best = this.lines().sort(byMerit)[0]?.ndcg10;
    const figures = { trial: this.present, epoch, loss, ...(best == null ? {} : { best }) };
    const [done, total] = [Math.round(this.spent()), Math.round(60 * this.file.minutes)];
    this.context.progress({ stage: 'train.search', done: Math.min(done, total), total, unit: 'seconds', figures });
  }

  private note(line: Omit<TrialLine, 'spent'>): void {
    const noted = { ...line, spent: this.spent() };
    appendTrial(this.context.workspace.path, this.search, noted);
    this.known.set(line.trial, noted);
  }

  private spent(): number {
    return this.spentBefore + (performance.now() - this.started) / 1000;
  }
}
