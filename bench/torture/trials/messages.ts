import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { webSocketPort } from '../../../electron/browser/web-socket-port.ts';
import type { Random } from '../../../shared/domain/random.ts';
import { MessagePack } from '../../../shared/protocol/message-pack.ts';
import { serve } from '../../../shared/protocol/server.ts';
import { engineOnCopy } from '../engine.ts';
import type { Trial } from '../trial.ts';

/** Number of messages between two checks whether the engine still answers. */
const BATCH = 500;

/** Sends messages with bytes changed, cut, repeated or inserted; the engine must keep answering other clients. */
export const messages: Trial = {
  name: 'mangled messages on the wire',
  unit: 'messages',
  weight: 1,
  most: 200_000,
  async run({ random, tally, folder, shop, isOver }) {
    const { engine, client, close } = await engineOnCopy(shop, folder, 'wire');
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    server.on('connection', (socket) => serve(engine, webSocketPort(socket)));
    await new Promise((resolve) => server.once('listening', resolve));
    const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      while (!isOver() && tally.tried < messages.most) {
        const sent = await sendMangled(url, random);
        const info = await client.call('workspace.info', {}).catch(() => null);
        if (info) tally.pass('sent', sent);
        else tally.fail('the engine no longer answers after mangled messages');
      }
    } finally {
      for (const socket of server.clients) socket.terminate();
      server.close();
      await close();
    }
  },
};

/** Sends up to a batch of messages, with a new connection whenever the engine closes one; returns their number. */
async function sendMangled(url: string, random: Random): Promise<number> {
  const packr = new MessagePack();
  let sent = 0;
  while (sent < BATCH) {
    const socket = new WebSocket(url);
    socket.on('error', () => socket.terminate());
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.once('open', () => resolve(true));
      socket.once('close', () => resolve(false));
    });
    if (!isOpen) return sent;
    for (let i = 0; i < 20; i++, sent++) socket.send(mangled(packr, random));
    await new Promise((resolve) => {
      socket.once('close', resolve);
      socket.close();
    });
  }
  return sent;
}

function mangled(packr: MessagePack, random: Random): Buffer {
  const method = random.pick(['workspace.info', 'jobs.list', 'segment.list', 'map.points', 'profile.users']);
  const message = { type: random.pick(['call', 'cancel']), id: random.integer(100), method, input: { run: 'run-1' } };
  const bytes = Buffer.from(packr.pack(message));
  for (let n = random.integer(4); n >= 0; n--) bytes[random.integer(bytes.length)] = random.integer(256);
  if (random.chance(0.2)) return bytes.subarray(0, random.integer(bytes.length));
  return random.chance(0.1) ? Buffer.concat([bytes, bytes]) : bytes;
}
