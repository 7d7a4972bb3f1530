import { download } from './download.ts';
import { exchangeToken, sessionKey } from './session.ts';
import type { Host } from './types.ts';
import { upload } from './upload.ts';
import { openWebSocketPort } from './web-socket.ts';

export function browserHost(): Host {
  return {
    connect: async () => {
      await exchangeToken();
      const url = new URL('/wire', location.href);
      url.protocol = url.protocol.replace('http', 'ws');
      return openWebSocketPort(url, sessionKey());
    },
    chooseFiles: async (onProgress) => uploadAll(await pickFiles(), onProgress),
    chooseFolder: null,
    acceptDroppedFiles: uploadAll,
    exportTarget: 'download',
    showExport: download,
  };
}

async function uploadAll(files: readonly File[], onProgress: (share: number) => void): Promise<string[]> {
  const total = files.reduce((sum, file) => sum + file.size, 0) || 1;
  const references: string[] = [];
  let uploadedBytes = 0;
  for (const file of files) {
    references.push(await upload(file, (bytes) => onProgress((uploadedBytes + bytes) / total)));
    uploadedBytes += file.size;
  }
  return references;
}

function pickFiles(): Promise<File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}
