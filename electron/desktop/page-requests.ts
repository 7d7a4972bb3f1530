import { type BrowserWindow, ipcMain, MessageChannelMain, type MessagePortMain, shell } from 'electron';
import { channels } from './channels.ts';
import { chooseFiles, chooseFolder } from './dialogs.ts';
import { isOwnPage } from './page-scheme.ts';
import type { Supervisor } from './supervisor.ts';

interface Sender {
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
}

/**
 * Handles requests of the page's preload script. Ignores all senders but the top frame of the application's own page.
 */
export function handlePageRequests(window: BrowserWindow, engine: Supervisor<MessagePortMain>): void {
  const isPage = ({ senderFrame }: Sender) =>
    senderFrame !== null && senderFrame.parent === null && isOwnPage(senderFrame.url);

  ipcMain.on(channels.requestPort, (event, nonce: unknown) => {
    if (!isPage(event) || typeof nonce !== 'string') return;
    const { port1, port2 } = new MessageChannelMain();
    engine.send({ type: 'connect' }, [port1]).then(
      () => event.senderFrame?.postMessage(channels.port, nonce, [port2]),
      () => port2.close(),
    );
  });
  ipcMain.handle(channels.chooseFiles, async (event) => {
    if (!isPage(event)) return [];
    return Promise.all((await chooseFiles(window)).map((path) => engine.grant(path)));
  });
  ipcMain.handle(channels.chooseFolder, async (event) => {
    const folder = isPage(event) ? await chooseFolder(window) : null;
    return folder === null ? null : engine.grant(folder);
  });
  ipcMain.handle(channels.grantDropped, (event, path: unknown) =>
    isPage(event) && typeof path === 'string' ? engine.grant(path) : '',
  );
  ipcMain.on(channels.showExport, async (event, name: unknown) => {
    if (!isPage(event) || typeof name !== 'string') return;
    const path = await engine.send({ type: 'export', name }).catch(() => null);
    if (path) shell.showItemInFolder(path);
  });
}
