import { create } from 'zustand';
import type { Job } from '../../shared/contract/jobs.ts';
import { EngineClient } from '../../shared/protocol/client.ts';
import type { Port } from '../../shared/protocol/port.ts';
import { notifyError } from '../base/notify.tsx';
import { host } from '../host/host.ts';
import { loadEarlierCurves, useCurves } from './curves.ts';
import { evaluateAfterTraining } from './evaluate-after-training.ts';
import { isActive, useJobs } from './jobs-store.ts';
import { queryClient } from './query-client.ts';

interface Connection {
  /** null while there is no connection to the engine. */
  client: EngineClient | null;
  /** Whether an established connection was lost; false before the first one. */
  lost: boolean;
  /** Number of failed attempts since the last success. */
  attempts: number;
}

export const useConnection = create<Connection>(() => ({ client: null, lost: false, attempts: 0 }));

const INITIAL_DELAY = 250;
const MAX_DELAY = 8000;

/** Connects, and reconnects with exponential backoff whenever the connection fails or is lost. */
export async function stayConnected(): Promise<void> {
  try {
    attach(await host.connect());
  } catch {
    await retry();
  }
}

function attach(port: Port): void {
  const client = new EngineClient(port);
  port.onClose(() => {
    useConnection.setState({ client: null, lost: true });
    void retry();
  });
  client.onEvent((event) => {
    if (event.type === 'changed') return void refresh(client);
    const previousJob = useJobs.getState().byId[event.job.id];
    useJobs.getState().put(event.job);
    useCurves.getState().add(event.job);
    if (previousJob && isActive(previousJob)) evaluateAfterTraining(event.job, client).catch(notifyError);
  });
  useConnection.setState({ client, attempts: 0, lost: false });
  void refresh(client).then((jobs) => loadEarlierCurves(jobs, client).catch(notifyError));
}

/** Invalidates all queries and reloads the jobs; returns the jobs. */
async function refresh(client: EngineClient): Promise<readonly Job[]> {
  void queryClient.invalidateQueries();
  const jobs = await client.call('jobs.list', {}).then(
    (response) => response.jobs,
    () => [],
  );
  useJobs.getState().replace(jobs);
  return jobs;
}

async function retry(): Promise<void> {
  const { attempts } = useConnection.getState();
  await new Promise((resolve) => setTimeout(resolve, Math.min(INITIAL_DELAY * 2 ** attempts, MAX_DELAY)));
  useConnection.setState({ attempts: attempts + 1 });
  await stayConnected();
}
