import { describe, expect, it } from 'vitest';
import { type Child, Supervisor } from '../../electron/desktop/supervisor.ts';
import { RestartPolicy } from '../../electron/engine/restart-policy.ts';

/** Fake child process; the test controls its answers and its exit. */
class ScriptedChild implements Child<string> {
  readonly received: { id: number; type: string; path?: string }[] = [];
  readonly ports: string[][] = [];
  killed = false;
  private readonly messages: ((message: unknown) => void)[] = [];
  private readonly exits: ((code: number) => void)[] = [];

  postMessage(message: { id: number; type: string; path?: string }, ports: string[]): void {
    this.received.push(message);
    this.ports.push(ports);
  }

  on(event: 'message' | 'exit', listener: (value: never) => void): void {
    if (event === 'message') this.messages.push((message) => Reflect.apply(listener, null, [message]));
    else this.exits.push((code) => Reflect.apply(listener, null, [code]));
  }

  answer(id: number, answer: string | null, error: unknown = null): void {
    for (const listener of this.messages) listener({ id, answer, error });
  }

  /** Reports the workspace that is open, as the engine process does. */
  report(path: string | null): void {
    for (const listener of this.messages) listener({ type: 'workspace', path });
  }

  die(): void {
    for (const listener of this.exits) listener(1);
  }

  kill(): void {
    this.killed = true;
    this.die();
  }
}

function supervised(policy = new RestartPolicy(3)) {
  const children: ScriptedChild[] = [];
  let gaveUp = 0;
  const supervisor = new Supervisor<string>(
    () => {
      const child = new ScriptedChild();
      children.push(child);
      return child;
    },
    policy,
    () => gaveUp++,
  );
  supervisor.start();
  return { supervisor, children, last: () => children.at(-1)!, gaveUp: () => gaveUp };
}

describe('the engine’s supervisor', () => {
  it('matches answers to requests by id, in any order', async () => {
    const { supervisor, last } = supervised();
    const firstReply = supervisor.send({ type: 'export', name: 'a.csv' });
    const secondReply = supervisor.send({ type: 'export', name: 'b.csv' });
    const [first, second] = last().received;
    last().answer(second!.id, '/b.csv');
    last().answer(first!.id, null);
    expect(await Promise.all([firstReply, secondReply])).toEqual([null, '/b.csv']);
  });

  it('transfers a port with the request', async () => {
    const { supervisor, last } = supervised();
    void supervisor.send({ type: 'connect' }, ['a port']);
    expect(last().ports).toEqual([['a port']]);
  });

  it('rejects with the engine’s error, hint included', async () => {
    const { supervisor, last } = supervised();
    const reply = supervisor.send({ type: 'open', path: '/none' });
    const error = { code: 'WORKSPACE_NOT_FOUND', message: 'There is no workspace.', hint: 'Make one.' };
    last().answer(last().received[0]!.id, null, error);
    await expect(reply).rejects.toMatchObject(error);
  });

  it('rejects the requests of a crashed engine, starts another and repeats the user’s grants', async () => {
    const { supervisor, children, last } = supervised();
    const granted = supervisor.grant('/data/a.csv');
    last().answer(last().received[0]!.id, '/data/a.csv');
    expect(await granted).toBe('/data/a.csv');
    const reply = supervisor.send({ type: 'connect' });
    last().die();
    await expect(reply).rejects.toMatchObject({ code: 'ENGINE_GONE' });
    expect(children).toHaveLength(2);
    expect(last().received).toMatchObject([{ type: 'grant', path: '/data/a.csv' }]);
  });

  it('reopens the workspace that was open in the crashed engine, after granting the paths', async () => {
    const { supervisor, last } = supervised();
    void supervisor.open('/data/first.portrait').catch(() => {});
    last().report('/data/shop.portrait');
    last().die();
    expect(last().received).toMatchObject([
      { type: 'grant', path: '/data/first.portrait' },
      { type: 'open', path: '/data/shop.portrait' },
    ]);
    last().report('/data/shop.portrait');
    last().report('/data/other.portrait');
    last().die();
    expect(last().received.at(-1)).toMatchObject({ type: 'open', path: '/data/other.portrait' });
  });

  it('reopens no workspace that was closed, and none that crashes the engine when opened', () => {
    const { last } = supervised();
    last().report('/data/shop.portrait');
    last().report(null);
    last().die();
    expect(last().received).toEqual([]);
    last().report('/data/shop.portrait');
    last().die();
    expect(last().received).toMatchObject([{ type: 'open' }]);
    last().die();
    expect(last().received).toEqual([]);
  });

  it('reopens no workspace after the user restarts an engine that crashed repeatedly', () => {
    const { supervisor, last, gaveUp } = supervised(new RestartPolicy(0));
    last().report('/data/shop.portrait');
    last().die();
    expect(gaveUp()).toBe(1);
    supervisor.start();
    expect(last().received).toEqual([]);
  });

  it('gives up an engine that crashes repeatedly, and starts it again on request', async () => {
    const policy = new RestartPolicy(3);
    const { supervisor, children, last, gaveUp } = supervised(policy);
    for (let i = 0; i < 4; i++) last().die();
    expect([children.length, gaveUp()]).toEqual([4, 1]);
    await expect(supervisor.send({ type: 'connect' })).rejects.toMatchObject({ code: 'ENGINE_GONE' });
    policy.reset();
    supervisor.start();
    last().die();
    expect(children).toHaveLength(6);
  });

  it('closes the workspace before it terminates the engine, and starts no other', async () => {
    const { supervisor, children, last } = supervised();
    const closing = supervisor.close();
    expect(last().received).toMatchObject([{ type: 'close' }]);
    expect(last().killed).toBe(false);
    last().answer(last().received[0]!.id, null);
    await closing;
    expect([last().killed, children.length]).toEqual([true, 1]);
  });

  it('terminates an engine that does not answer', async () => {
    const { supervisor, last } = supervised();
    await supervisor.close(10);
    expect(last().killed).toBe(true);
  });
});

describe('the restart policy', () => {
  it('ignores crashes that happened long ago', () => {
    const policy = new RestartPolicy(2, 1000);
    expect([0, 100, 200, 1050, 1150, 1160].map((now) => policy.allow(now))).toEqual([
      true,
      true,
      false,
      true,
      true,
      false,
    ]);
  });
});
