import { useCallback, useState } from 'react';
import type { DefinitionInput } from '../../shared/contract/segment.ts';
import { PortraitError } from '../../shared/errors.ts';
import { engine } from '../engine/use-call.ts';

interface Saving {
  busy: boolean;
  error: unknown;
  /** Whether there is a segment of this name already, so that it would have to be replaced. */
  exists: boolean;
  /** Saves; true where it was saved. */
  save(name: string, definition: DefinitionInput, replace?: boolean): Promise<boolean>;
  /** Forgets the last refusal. */
  reset(): void;
}

/** Keeps a definition as a segment. */
export function useSaveSegment(): Saving {
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
