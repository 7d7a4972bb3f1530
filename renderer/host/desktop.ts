import type { PortraitHost } from '../../shared/host.ts';
import type { Port } from '../../shared/protocol/port.ts';
import type { Host } from './host.ts';
import { messagePort } from './message-port.ts';

/** How long the main process may take to hand over a port, in milliseconds. */
const PATIENCE = 10_000;

export function desktopHost(native: PortraitHost): Host {
  return {
    connect: () => requestPort(native),
    chooseFiles: () => native.chooseFiles(),
    chooseFolder: () => native.chooseFolder(),
    takeFiles: (files) => Promise.all(files.map((file) => native.pathOfDroppedFile(file))),
    exports: 'folder',
    showExport: (name) => native.showExport(name),
  };
}

/** A port is taken only from this very window and with the nonce that was asked for. */
function requestPort(native: PortraitHost): Promise<Port> {
  const nonce = crypto.randomUUID();
  return new Promise((resolve, reject) => {
    const listen = (event: MessageEvent) => {
      const [port] = event.ports;
      if (event.source !== window || !port || event.data?.type !== 'portrait-port' || event.data.nonce !== nonce)
        return;
      stop();
      resolve(messagePort(port));
    };
    const timer = setTimeout(() => {
      stop();
      reject(new Error('no port was handed over'));
    }, PATIENCE);
    const stop = () => {
      clearTimeout(timer);
      window.removeEventListener('message', listen);
    };
    window.addEventListener('message', listen);
    native.requestPort(nonce);
  });
}
