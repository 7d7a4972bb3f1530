import { PortraitError } from '../../../../../shared/errors.ts';

type Uncaptured = Pick<GPUUncapturedErrorEvent, 'error' | 'preventDefault'>;

/** Where Dawn tells of errors that no call returns. */
interface WatchedDevice {
  readonly lost: Promise<{ readonly message: string }>;
  addEventListener(type: 'uncapturederror', listener: (event: Uncaptured) => void): void;
}

/**
 * Listens to what goes wrong on a device, of which its results show nothing but wrong numbers. Gives a function that throws
 * the first of it: WEBGPU_LOST, WEBGPU_MEMORY or WEBGPU_REFUSED.
 */
export function watchFailures(device: WatchedDevice): () => void {
  let failure: PortraitError | null = null;
  device.addEventListener('uncapturederror', (event) => {
    event.preventDefault();
    const { error } = event;
    failure ??= error.constructor.name === 'GPUOutOfMemoryError' ? outOfMemory() : refused(error.message);
  });
  void device.lost.then(({ message }) => {
    failure ??= lost(message);
  });
  return () => {
    if (failure) throw failure;
  };
}

export function lost(reason: string): PortraitError {
  return new PortraitError({
    code: 'WEBGPU_LOST',
    message: `The GPU was lost in the middle of the work: ${reason}`,
    hint: 'Resume the job. If it happens again, update the GPU’s driver, choose smaller batches, or have the processor compute.',
    details: { reason },
  });
}

function outOfMemory(): PortraitError {
  return new PortraitError({
    code: 'WEBGPU_MEMORY',
    message: 'The GPU has no memory left for this model.',
    hint: 'Choose smaller batches or a lower width, or have the processor compute.',
  });
}

function refused(reason: string): PortraitError {
  return new PortraitError({
    code: 'WEBGPU_REFUSED',
    message: `The GPU refused an operation: ${reason}`,
    hint: 'Have the processor compute, and tell the makers of Portrait.',
    details: { reason },
  });
}
