import { create } from 'zustand';
import type { Job } from '../../shared/contract/jobs.ts';
import { EngineClient } from '../../shared/protocol/client.ts';
import type { Port } from '../../shared/protocol/port.ts';
import { notifyError } from '../base/notify.tsx';
import { host } from '../host/host.ts';
import { followEngine } from './follow-engine.ts';
import { followUp } from './follow-up.ts';
import { useJobs } from './jobs-store.ts';

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
    await attach(await host.connect());
  } catch {
    await retry();
  }
}

/** Sets the client, so that pages are shown, once the engine's jobs are known. */
async function attach(port: Port): Promise<void> {
  const client = new EngineClient(port);
  let open = true;
  port.onClose(() => {
    open = false;
    useConnection.setState((state) => ({ client: null, lost: state.lost || state.client !== null }));
    void retry();
  });
  const follow = (job: Job) => void followUp(job, client).catch(notifyError);
  client.onEvent((event) => {
    if (event.type === 'job') follow(event.job);
  });
  await followEngine(client);
  for (const job of Object.values(useJobs.getState().byId)) follow(job);
  if (open) useConnection.setState({ client, attempts: 0, lost: false });
}

let endDelay = () => {};

/** Ends the delay before the next attempt to connect. */
export const reconnectNow = () => endDelay();

async function retry(): Promise<void> {
  const { attempts } = useConnection.getState();
  await new Promise<void>((resolve) => {
    endDelay = resolve;
    setTimeout(resolve, Math.min(INITIAL_DELAY * 2 ** attempts, MAX_DELAY));
  });
  useConnection.setState({ attempts: attempts + 1 });
  await stayConnected();
}
