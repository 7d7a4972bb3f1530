import type { Input, JobName, Output } from '../../shared/contract/index.ts';
import type { Job } from '../../shared/contract/jobs.ts';
import type { WorkspaceInfo } from '../../shared/contract/workspace.ts';
import { errorShape, PortraitError } from '../../shared/errors.ts';
import { EngineClient } from '../../shared/protocol/client.ts';
import { portPair } from '../../shared/protocol/port.ts';
import { serve } from '../../shared/protocol/server.ts';
import { Engine } from '../engine/engine.ts';
import { portraitHome } from '../engine/home.ts';
import { unrestrictedPaths } from '../engine/unrestricted-paths.ts';
import { onInterrupt } from './interrupt.ts';
import { progressView } from './progress.ts';

/** Session of a command with an in-process engine. */
export class Session {
  readonly client: EngineClient;
  private readonly engine: Engine;

  constructor() {
    this.engine = new Engine(unrestrictedPaths(portraitHome()), { resume: false });
    const [near, far] = portPair();
    serve(this.engine, far);
    this.client = new EngineClient(near);
  }

  /** Opens a workspace. Throws WORKSPACE_NOT_FOUND with the command that creates it. */
  async open(workspace: string): Promise<void> {
    await this.client.call('workspace.open', { path: workspace }).catch((error: unknown) => {
      if (!(error instanceof PortraitError) || error.code !== 'WORKSPACE_NOT_FOUND') throw error;
      const hint = `Create it with "portrait new ${workspace}", or check the path.`;
      throw new PortraitError({ ...errorShape(error), hint });
    });
  }

  /** Runs a job with its progress on standard error. Ctrl-C cancels it, which throws CANCELLED. */
  run<M extends JobName>(name: M, input: Input<M>): Promise<Output<M>> {
    return this.trackJob((onJob) => this.client.run(name, input, onJob));
  }

  /** Resumes the last interrupted job of a kind. Throws NOTHING_TO_RESUME. */
  async resumeLast<M extends JobName>(name: M): Promise<Output<M>> {
    const { jobs } = await this.client.call('jobs.list', {});
    const last = jobs.findLast(({ kind, resumable }) => kind === name && resumable);
    if (last) return this.trackJob((onJob) => this.client.resume(name, last.id, onJob));
    const hint = 'Start a new one, without --resume.';
    throw new PortraitError({ code: 'NOTHING_TO_RESUME', message: 'There is no interrupted job of this kind.', hint });
  }

  private async trackJob<T>(work: (onJob: (job: Job) => void) => Promise<T>): Promise<T> {
    const view = progressView(process.stderr);
    let id: string | null = null;
    let interrupted = false;
    const cancel = () => {
      interrupted = true;
      if (id) void this.client.call('jobs.cancel', { job: id });
    };
    const stopListening = onInterrupt(cancel);
    try {
      return await work((job) => {
        if (id === null) {
          id = job.id;
          if (interrupted) cancel();
        }
        view.update(job);
      });
    } finally {
      stopListening();
      view.end();
    }
  }

  async info(): Promise<WorkspaceInfo> {
    const { workspace } = await this.client.call('workspace.info', {});
    if (workspace) return workspace;
    throw new PortraitError({ code: 'NO_WORKSPACE', message: 'No workspace is open.', hint: 'Specify a workspace.' });
  }

  /** Returns the requested run, or the newest one. Throws NO_RUN if there is none. */
  async resolveRun(requestedRun: string | undefined): Promise<string> {
    if (requestedRun !== undefined) return requestedRun;
    return newest(
      (await this.info()).runs,
      'NO_RUN',
      'No model has been trained yet.',
      'Train one with "portrait train".',
    );
  }

  /** Computes the profiles of a run if it has none. */
  async ensureProfiles(run: string): Promise<void> {
    const { runs } = await this.client.call('train.runs', {});
    if (runs.find(({ id }) => id === run)?.profiles === 0) await this.run('profile.compute', { run });
  }

  /** Returns the requested map, or the newest one. Throws NO_MAP if there is none. */
  async resolveMap(requestedMap: string | undefined): Promise<string> {
    if (requestedMap !== undefined) return requestedMap;
    return newest(
      (await this.info()).maps,
      'NO_MAP',
      'No map has been computed yet.',
      'Compute one with "portrait map".',
    );
  }

  async close(): Promise<void> {
    this.client.close();
    await this.engine.close();
  }
}

function newest(
  entries: readonly { id: string; created: number }[],
  code: 'NO_RUN' | 'NO_MAP',
  message: string,
  hint: string,
) {
  const [first, ...others] = entries;
  if (!first) throw new PortraitError({ code, message, hint });
  return others.reduce((a, b) => (b.created >= a.created ? b : a), first).id;
}
