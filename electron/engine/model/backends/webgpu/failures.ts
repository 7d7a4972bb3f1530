import { PortraitError } from '../../../../../shared/errors.ts';

type UncapturedErrorEvent = Pick<GPUUncapturedErrorEvent, 'error' | 'preventDefault'>;

/** The part of a device through which Dawn reports errors that no call returns. */
interface WatchedDevice {
  readonly lost: Promise<{ readonly message: string }>;
  addEventListener(type: 'uncapturederror', listener: (event: UncapturedErrorEvent) => void): void;
}

/**
 * Listens for asynchronous errors of a device, which otherwise only show as wrong numbers. Returns a function that
 * throws the first one: WEBGPU_LOST, WEBGPU_MEMORY or WEBGPU_REFUSED.
 */
export function watchFailures(device: WatchedDevice): () => void {
  let failure: PortraitError | null = null;
  device.addEventListener('uncapturederror', (event) => {
    event.preventDefault();
    const { error } = event;
    failure ??= error.constructor.name === 'GPUOutOfMemoryError' ? outOfMemory() : operationRefused(error.message);
  });
  void device.lost.then(({ message }) => {
    failure ??= deviceLost(message);
  });
  return () => {
    if (failure) throw failure;
  };
}

export function deviceLost(reason: string): PortraitError {
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

function operationRefused(reason: string): PortraitError {
  return new PortraitError({
    code: 'WEBGPU_REFUSED',
    message: `The GPU refused an operation: ${reason}`,
    hint: 'Have the processor compute, and tell the makers of Portrait.',
    details: { reason },
  });
}
