import { create } from 'zustand';
import type { Job } from '../../shared/contract/jobs.ts';
import { EngineClient } from '../../shared/protocol/client.ts';
import type { Port } from '../../shared/protocol/port.ts';
import { notifyError } from '../base/notify.tsx';
import { host } from '../host/host.ts';
import { catchUp, useCurves } from './curves.ts';
import { judgeAfter } from './evaluate-after-training.ts';
import { isActive, useJobs } from './jobs-store.ts';
import { queryClient } from './query-client.ts';

interface Connection {
  /** null while there is no engine. */
  client: EngineClient | null;
  /** Whether there has been an engine before: then its absence is a loss, not a beginning. */
  lost: boolean;
  /** Failed attempts since the last success. */
  attempts: number;
}

export const useConnection = create<Connection>(() => ({ client: null, lost: false, attempts: 0 }));

const FIRST_WAIT = 250;
const LONGEST_WAIT = 8000;

/** Connects, and connects again, waiting longer each time, whenever there is no engine. */
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
    const before = useJobs.getState().byId[event.job.id];
    useJobs.getState().put(event.job);
    useCurves.getState().add(event.job);
    if (before && isActive(before)) judgeAfter(event.job, client).catch(notifyError);
  });
  useConnection.setState({ client, attempts: 0, lost: false });
  void refresh(client).then((jobs) => catchUp(jobs, client).catch(notifyError));
}

/** Reads again whatever is shown; gives the jobs there are. */
async function refresh(client: EngineClient): Promise<readonly Job[]> {
  void queryClient.invalidateQueries();
  const jobs = await client.call('jobs.list', {}).then(
    (answer) => answer.jobs,
    () => [],
  );
  useJobs.getState().replace(jobs);
  return jobs;
}

async function retry(): Promise<void> {
  const { attempts } = useConnection.getState();
  await new Promise((wake) => setTimeout(wake, Math.min(FIRST_WAIT * 2 ** attempts, LONGEST_WAIT)));
  useConnection.setState({ attempts: attempts + 1 });
  await stayConnected();
}
