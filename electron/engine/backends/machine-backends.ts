import type { BackendReport, RequestedBackend } from '../../../shared/contract/backends.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { BackendName } from '../../../shared/domain/backends.ts';
import type { ErrorShape } from '../../../shared/errors.ts';
import { defaultThreadCount } from '../threads/thread-count.ts';
import { readChoice, writeChoice } from './choice-file.ts';
import { choose } from './choose.ts';
import { probeFailed, startProbe } from './start-probe.ts';

type ProbeFunction = (name: BackendName) => Promise<BackendReport>;

/** The part of the engine by which a handler reaches the backends of this machine. */
export interface BackendsContext {
  readonly backends: MachineBackends;
}

/** The backends of this machine: their probe results, the one in use, and the user's choice. */
export class MachineBackends {
  private readonly home: string;
  private readonly probe: ProbeFunction;
  private running: Promise<void> | null = null;
  private measuring: BackendName | null = null;

  constructor(home: string, probe: ProbeFunction = startProbe) {
    this.home = home;
    this.probe = probe;
  }

  list(): Output<'backends.list'> {
    const { requested, measured, findings } = readChoice(this.home);
    return {
      backends: BackendName.options.map((name) => {
        const finding = name === this.measuring ? null : findings.find((entry) => entry.name === name);
        return finding ?? unmeasured(name);
      }),
      requested,
      inUse: choose(requested, findings, defaultThreadCount()),
      threads: defaultThreadCount(),
      measured,
      measuring: this.measuring,
    };
  }

  /** The backend of the next job's models. */
  inUse(): BackendName {
    return this.list().inUse;
  }

  /** Selects a backend from the next job on, which tries to start it even if it failed before. Throws CANNOT_WRITE. */
  use(requested: RequestedBackend): void {
    const choice = readChoice(this.home);
    const findings = choice.findings.filter(({ name, device }) => name !== requested || device !== null);
    writeChoice(this.home, { ...choice, requested, findings });
  }

  /** Records that a backend failed to start in a job; it is not tried again until it is selected or measured again. */
  recordFailure(name: BackendName, error: ErrorShape): void {
    try {
      this.saveFinding({ ...unmeasured(name), error });
    } catch {
      // If it cannot be saved, the next job records it again.
    }
  }

  /**
   * Probes the backends one after another, so that none is slowed down by another; concurrent calls share one
   * measurement. `onChange` is called whenever the list has changed.
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
      // Saved beforehand, so that a backend that crashes the whole engine is recorded as failed and not tried again
      // automatically.
      this.measuring = name;
      this.saveMeasured(probeFailed(name, { variant: 'engine' }));
      onChange();
      this.saveMeasured(await this.probe(name));
    }
  }

  private saveMeasured(finding: BackendReport): void {
    this.saveFinding(finding, Date.now());
  }

  private saveFinding(finding: BackendReport, measured = readChoice(this.home).measured): void {
    const { requested, findings } = readChoice(this.home);
    const others = findings.filter(({ name }) => name !== finding.name);
    writeChoice(this.home, { requested, measured, findings: [...others, finding] });
  }
}

const unmeasured = (name: BackendName): BackendReport => ({
  name,
  device: null,
  software: false,
  rate: null,
  error: null,
});
