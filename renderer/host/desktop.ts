import type { PortraitHost } from '../../shared/host.ts';
import type { Port } from '../../shared/protocol/port.ts';
import { messagePort } from './message-port.ts';
import type { Host } from './types.ts';

/** Time limit for the main process to hand over a port, in milliseconds. */
const PORT_TIMEOUT = 10_000;

export function desktopHost(native: PortraitHost): Host {
  return {
    connect: () => requestPort(native),
    chooseFiles: () => native.chooseFiles(),
    chooseFolder: () => native.chooseFolder(),
    acceptDroppedFiles: (files) => Promise.all(files.map((file) => native.pathOfDroppedFile(file))),
    exportTarget: 'folder',
    showExport: async (name) => native.showExport(name),
  };
}

/** Requests a port from the main process. Accepts it only from this window and with the nonce of the request. */
function requestPort(native: PortraitHost): Promise<Port> {
  const nonce = crypto.randomUUID();
  return new Promise((resolve, reject) => {
    const onMessage = (event: MessageEvent) => {
      const [port] = event.ports;
      if (event.source !== window || !port || event.data?.type !== 'portrait-port' || event.data.nonce !== nonce)
        return;
      cleanUp();
      resolve(messagePort(port));
    };
    const timer = setTimeout(() => {
      cleanUp();
      reject(new Error('no port was handed over'));
    }, PORT_TIMEOUT);
    const cleanUp = () => {
      clearTimeout(timer);
      window.removeEventListener('message', onMessage);
    };
    window.addEventListener('message', onMessage);
    native.requestPort(nonce);
  });
}
