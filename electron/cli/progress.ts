import { Presets, SingleBar } from 'cli-progress';
import type { Job, Progress } from '../../shared/contract/jobs.ts';
import { figures as figureTexts, units } from '../../shared/texts/progress.ts';
import { stageName } from './stages.ts';
import { count, duration, measure } from './text.ts';

/** Displays the progress of a job. */
export interface ProgressView {
  update(job: Job): void;
  end(): void;
}

/** Returns a progress bar for a terminal; for other streams one line per stage and one every ten seconds. */
export function progressView(stream: NodeJS.WriteStream): ProgressView {
  return stream.isTTY ? new Bar(stream) : new Lines(stream);
}

/** Units per second since the start of the stage. */
class Rate {
  private stage = '';
  private since = 0;
  private doneAtStart = 0;

  of({ stage, done }: Progress, now: number): number | null {
    if (stage !== this.stage) {
      this.stage = stage;
      this.since = now;
      this.doneAtStart = done;
    }
    const seconds = (now - this.since) / 1000;
    return seconds < 0.5 || done <= this.doneAtStart ? null : (done - this.doneAtStart) / seconds;
  }
}

function details(progress: Progress, rate: number | null, secondsLeft: number | null): string {
  const figures = Object.entries(figureTexts).flatMap(([name, text]) => {
    const value = progress.figures?.[name];
    return value === undefined ? [] : [`${text} ${measure(value)}`];
  });
  // A rate in seconds per second is meaningless.
  const speed =
    rate === null || progress.unit === 'seconds'
      ? []
      : [`${rate >= 10 ? count(rate) : rate.toFixed(1)} ${units[progress.unit]}/s`];
  const left = secondsLeft === null ? [] : [`${duration(secondsLeft)} left`];
  return [...speed, ...left, ...figures].join(' · ');
}

class Bar implements ProgressView {
  private readonly stream: NodeJS.WriteStream;
  private readonly rate = new Rate();
  private bar: SingleBar | null = null;
  private stage = '';

  constructor(stream: NodeJS.WriteStream) {
    this.stream = stream;
  }

  update({ progress, secondsLeft }: Job): void {
    if (!progress) return;
    if (progress.stage !== this.stage) this.begin(progress);
    const more = details(progress, this.rate.of(progress, Date.now()), secondsLeft);
    this.bar?.setTotal(Math.max(progress.total, 1));
    this.bar?.update(progress.done, { more });
  }

  end(): void {
    this.bar?.stop();
    this.bar = null;
    this.stage = '';
  }

  private begin({ stage, total, done }: Progress): void {
    this.end();
    this.stage = stage;
    this.bar = new SingleBar(
      {
        stream: this.stream,
        format: `${stageName(stage).padEnd(24)} {bar} {percentage} %  {more}`,
        barsize: 24,
        hideCursor: true,
      },
      Presets.shades_classic,
    );
    this.bar.start(Math.max(total, 1), done, { more: '' });
  }
}

const LINE_EVERY_MS = 10_000;

class Lines implements ProgressView {
  private readonly stream: NodeJS.WriteStream;
  private readonly rate = new Rate();
  private stage = '';
  private last = 0;

  constructor(stream: NodeJS.WriteStream) {
    this.stream = stream;
  }

  update({ progress, secondsLeft }: Job): void {
    if (!progress) return;
    const now = Date.now();
    const rate = this.rate.of(progress, now);
    if (progress.stage === this.stage && now - this.last < LINE_EVERY_MS) return;
    this.stage = progress.stage;
    this.last = now;
    const progressText = `${count(progress.done)} of ${count(progress.total)} ${units[progress.unit]}`;
    const more = details(progress, rate, secondsLeft);
    this.stream.write(`${stageName(progress.stage)}: ${progressText}${more ? ` · ${more}` : ''}\n`);
  }

  end(): void {
    this.stage = '';
  }
}
