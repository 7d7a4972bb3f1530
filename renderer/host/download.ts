import { PortraitError } from '../../shared/errors.ts';
import { KEY_HEADER } from '../../shared/protocol/session-key.ts';
import { sessionKey } from './session.ts';
import { transferError } from './transfer-error.ts';

/** Milliseconds after which the browser has begun to save the file. */
const SAVING = 60_000;

/**
 * Downloads a file of the exports folder. A plain link would not send the session's key, so the file is fetched first;
 * the browser keeps large ones on disk. Throws the host's error, and DOWNLOAD_FAILED.
 */
export async function download(name: string): Promise<void> {
  const headers = { [KEY_HEADER]: sessionKey() };
  const response = await fetch(`/exports/${encodeURIComponent(name)}`, { headers }).catch(() => null);
  if (!response?.ok) throw transferError(await response?.json().catch(() => null), downloadFailed(name));
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), SAVING);
}

function downloadFailed(name: string): PortraitError {
  return new PortraitError({
    code: 'DOWNLOAD_FAILED',
    message: `“${name}” could not be downloaded.`,
    hint: 'Check that the engine is running, then try again.',
    details: { file: name },
  });
}
