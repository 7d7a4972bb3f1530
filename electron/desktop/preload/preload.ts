import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { PortMessage, PortraitHost } from '../../../shared/host.ts';
import { channels } from '../channels.ts';

/** Nonces of the page's pending requests; a port is forwarded only for one of these, once. */
const pendingNonces = new Set<string>();

ipcRenderer.on(channels.port, (event, nonce: unknown) => {
  if (typeof nonce !== 'string' || !pendingNonces.delete(nonce)) return;
  const message: PortMessage = { type: 'portrait-port', nonce };
  window.postMessage(message, window.location.origin, event.ports);
});

const host: PortraitHost = {
  requestPort(nonce) {
    pendingNonces.add(nonce);
    ipcRenderer.send(channels.requestPort, nonce);
  },
  chooseFiles: () => ipcRenderer.invoke(channels.chooseFiles),
  chooseFolder: () => ipcRenderer.invoke(channels.chooseFolder),
  pathOfDroppedFile: async (file) => {
    const path = file instanceof File ? webUtils.getPathForFile(file) : '';
    return path === '' ? '' : ipcRenderer.invoke(channels.grantDropped, path);
  },
  showExport: (name) => ipcRenderer.send(channels.showExport, name),
};

contextBridge.exposeInMainWorld('portraitHost', host);
