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

/** `systemMessage` is what the driver says; empty if it says nothing. */
export function deviceLost(systemMessage: string): PortraitError {
  return new PortraitError({
    code: 'WEBGPU_LOST',
    message: `The GPU was lost during the computation${systemMessage ? `: ${systemMessage}` : '.'}`,
    hint: 'Resume the job. If it happens again, update the graphics driver, use a smaller batch size, or compute on the CPU.',
    details: { systemMessage },
  });
}

function outOfMemory(): PortraitError {
  return new PortraitError({
    code: 'WEBGPU_MEMORY',
    message: 'The GPU does not have enough memory for this model.',
    hint: 'Use a smaller batch size or width, or compute on the CPU.',
  });
}

function operationRefused(systemMessage: string): PortraitError {
  return new PortraitError({
    code: 'WEBGPU_REFUSED',
    message: `The GPU rejected an operation: ${systemMessage}`,
    hint: 'Compute on the CPU, and report this to the developers of Portrait.',
    details: { systemMessage },
  });
}
