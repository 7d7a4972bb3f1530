import { useCallback, useState } from 'react';
import type { DefinitionInput } from '../../shared/contract/segment.ts';
import { PortraitError } from '../../shared/errors.ts';
import { engine } from '../engine/use-call.ts';

interface SaveSegmentState {
  busy: boolean;
  error: unknown;
  /** Whether the name is taken, so that saving requires replacing that segment. */
  exists: boolean;
  /** Saves the segment; resolves to true on success. */
  save(name: string, definition: DefinitionInput, replace?: boolean): Promise<boolean>;
  /** Clears the last error. */
  reset(): void;
}

/** State and functions for saving a definition as a segment. */
export function useSaveSegment(): SaveSegmentState {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const save = useCallback(async (name: string, definition: DefinitionInput, replace = false) => {
    setBusy(true);
    setError(null);
    try {
      await engine().call('segment.create', { name: name.trim(), definition, replace });
      return true;
    } catch (reason) {
      setError(reason);
      return false;
    } finally {
      setBusy(false);
    }
  }, []);
  const reset = useCallback(() => setError(null), []);
  const exists = error instanceof PortraitError && error.code === 'SEGMENT_EXISTS';
  return { busy, error, exists, save, reset };
}
