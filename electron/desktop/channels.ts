/** IPC channel names between the window's preload script and the main process. */
export const channels = {
  requestPort: 'portrait:request-port',
  port: 'portrait:port',
  chooseFiles: 'portrait:choose-files',
  chooseFolder: 'portrait:choose-folder',
  grantDropped: 'portrait:grant-dropped',
  showExport: 'portrait:show-export',
} as const;
