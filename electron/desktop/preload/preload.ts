import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { PortMessage, PortraitHost } from '../../../shared/host.ts';
import { channels } from '../channels.ts';

/** Nonces that the page asked with; a port is handed on only for one of these, once. */
const asked = new Set<string>();

ipcRenderer.on(channels.port, (event, nonce: unknown) => {
  if (typeof nonce !== 'string' || !asked.delete(nonce)) return;
  const message: PortMessage = { type: 'portrait-port', nonce };
  window.postMessage(message, window.location.origin, event.ports);
});

const host: PortraitHost = {
  requestPort(nonce) {
    asked.add(nonce);
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
