import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { engine } from '../../engine/use-call.ts';

/** Exports a segment's members to a file in the exports folder. */
export function useExport(segment: string) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [done, setDone] = useState<Output<'segment.export'> | null>(null);
  const start = async () => {
    setBusy(true);
    setError(null);
    try {
      setDone(await engine().call('segment.export', { segment }));
    } catch (reason) {
      setError(reason);
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, done, start };
}
