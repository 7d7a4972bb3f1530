import type { MenuItemConstructorOptions } from 'electron';

/** Application menu: the standard menus, opening a workspace from any folder, and developer tools in development. */
export function menuTemplate(
  platform: NodeJS.Platform,
  openWorkspace: () => void,
  isDevelopment: boolean,
): readonly MenuItemConstructorOptions[] {
  const developerTools: MenuItemConstructorOptions[] = isDevelopment ? [{ role: 'toggleDevTools' }] : [];
  const mac: MenuItemConstructorOptions[] = platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  return [
    ...mac,
    {
      label: 'File',
      submenu: [
        { label: 'Open workspace…', accelerator: 'CmdOrCtrl+O', click: openWorkspace },
        { type: 'separator' },
        { role: platform === 'darwin' ? 'close' : 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: 'View',
      submenu: [
        { role: 'reload' },
        ...developerTools,
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
  ];
}
