import { PortraitError } from '../../shared/errors.ts';
import { KEY_HEADER } from '../../shared/protocol/session-key.ts';
import { sessionKey } from './session.ts';
import { transferError } from './transfer-error.ts';

/**
 * Uploads a file to the browser host and returns the reference by which the engine reads it. Throws the host's error,
 * and UPLOAD_FAILED.
 */
export function upload(file: File, onBytes: (bytes: number) => void): Promise<string> {
  const request = new XMLHttpRequest();
  request.open('POST', `/files?name=${encodeURIComponent(file.name)}`);
  request.setRequestHeader(KEY_HEADER, sessionKey());
  request.responseType = 'json';
  request.upload.addEventListener('progress', (event) => onBytes(event.loaded));
  return new Promise((resolve, reject) => {
    request.addEventListener('load', () => {
      const reference: unknown = request.response?.file;
      if (request.status < 300 && typeof reference === 'string') resolve(reference);
      else reject(transferError(request.response, uploadFailed(file.name)));
    });
    request.addEventListener('error', () => reject(uploadFailed(file.name)));
    request.send(file);
  });
}

function uploadFailed(name: string): PortraitError {
  return new PortraitError({
    code: 'UPLOAD_FAILED',
    message: `“${name}” could not be transferred to the engine.`,
    hint: 'Check that the engine is running and that its disk has enough space, then try again.',
    details: { file: name },
  });
}
