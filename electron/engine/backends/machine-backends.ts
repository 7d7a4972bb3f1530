import type { BackendFinding, BackendWish } from '../../../shared/contract/backends.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { BackendName } from '../../../shared/domain/backends.ts';
import type { ErrorShape } from '../../../shared/errors.ts';
import { threadsByDefault } from '../threads/thread-count.ts';
import { readChoice, writeChoice } from './choice-file.ts';
import { choose } from './choose.ts';
import { startProbe, unanswered } from './start-probe.ts';

type Probing = (name: BackendName) => Promise<BackendFinding>;

/** The backends of this machine: what was found out about them, which one is used, and the choice of another. */
export class MachineBackends {
  private readonly home: string;
  private readonly probe: Probing;
  private running: Promise<void> | null = null;
  private measuring: BackendName | null = null;

  constructor(home: string, probe: Probing = startProbe) {
    this.home = home;
    this.probe = probe;
  }

  list(): Output<'backends.list'> {
    const { wish, measured, findings } = readChoice(this.home);
    return {
      backends: BackendName.options.map((name) => {
        const found = name === this.measuring ? null : findings.find((one) => one.name === name);
        return found ?? unasked(name);
      }),
      wish,
      inUse: choose(wish, findings, threadsByDefault()),
      threads: threadsByDefault(),
      measured,
      measuring: this.measuring,
    };
  }

  /** What the next job's models run on. */
  inUse(): BackendName {
    return this.list().inUse;
  }

  /** From the next job on, which tries it whatever was found out before. Throws CANNOT_WRITE. */
  use(wish: BackendWish): void {
    const choice = readChoice(this.home);
    const findings = choice.findings.filter(({ name, device }) => name !== wish || device !== null);
    writeChoice(this.home, { ...choice, wish, findings });
  }

  /** What a job found out: the backend cannot be started, and is not tried again until it is chosen or measured anew. */
  fellBack(name: BackendName, error: ErrorShape): void {
    try {
      this.keep({ ...unasked(name), error });
    } catch {
      // Where it cannot be kept, the next job finds it out again.
    }
  }

  /**
   * One after another, so that none is slowed down by another; who asks meanwhile waits for the same. `onChange` is called
   * whenever the list has changed.
   */
  measure(onChange: () => void = () => {}): Promise<void> {
    this.running ??= this.measureAll(onChange).finally(() => {
      this.running = null;
      this.measuring = null;
      onChange();
    });
    return this.running;
  }

  private async measureAll(onChange: () => void): Promise<void> {
    for (const name of BackendName.options) {
      // Kept beforehand, so that what ends the whole engine is known to have done so, and is not tried by itself again.
      this.measuring = name;
      this.keepMeasured(unanswered(name, 'broke down when it was tried'));
      onChange();
      this.keepMeasured(await this.probe(name));
    }
  }

  private keepMeasured(finding: BackendFinding): void {
    this.keep(finding, Date.now());
  }

  private keep(finding: BackendFinding, measured = readChoice(this.home).measured): void {
    const { wish, findings } = readChoice(this.home);
    const others = findings.filter(({ name }) => name !== finding.name);
    writeChoice(this.home, { wish, measured, findings: [...others, finding] });
  }
}

const unasked = (name: BackendName): BackendFinding => ({
  name,
  device: null,
  software: false,
  rate: null,
  error: null,
});
