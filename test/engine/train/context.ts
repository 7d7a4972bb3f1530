import { evaluateJob } from '../../../electron/engine/evaluate/evaluate-job.ts';
import type { JobContext } from '../../../electron/engine/jobs/context.ts';
import type { Workspace } from '../../../electron/engine/store/workspace.ts';

/** A job context that records its calls; `checkCancelled` throws at its `cancelAt`-th call. */
export function recordingContext(workspace: Workspace, { cancelAt = Number.POSITIVE_INFINITY, resumeState = {} } = {}) {
  const lines: string[] = [];
  const stages = new Set<string>();
  const state: Record<string, string> = { ...resumeState };
  let checks = 0;
  const context: JobContext = {
    workspace,
    resumeState,
    progress: ({ stage }) => stages.add(stage),
    showLayout: () => {},
    log: (line) => lines.push(line),
    saveResumeState(changes) {
      for (const [name, value] of Object.entries(changes)) {
        if (value === null) delete state[name];
        else state[name] = value;
      }
    },
    checkCancelled() {
      if (++checks >= cancelAt) throw new Error('stopped here');
    },
  };
  return { context, lines, stages, state };
}

/** Evaluates a run with the window's settings. */
export function evaluate(run: string, context: JobContext) {
  return evaluateJob({ run, ranked: 'new', users: 20_000, baselineSeconds: 120 }, context);
}
