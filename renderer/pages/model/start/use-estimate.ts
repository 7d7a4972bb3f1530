import { useDebouncedValue } from '@mantine/hooks';
import { useEffect } from 'react';
import type { WorkspaceInfo } from '../../../../shared/contract/workspace.ts';
import { type Estimated, estimateKey, useEstimates } from './estimates.ts';
import { faultOf, type Settings } from './settings.ts';

/** Someone who types should not be measured at every key. */
const PAUSE_MS = 1000;

/** How long a training would take; measured while `wanted` and no other measurement runs. */
export function useEstimate(workspace: WorkspaceInfo, settings: Settings, wanted: boolean): Estimated | undefined {
  const { byKey, asked, ask } = useEstimates();
  const key = estimateKey(workspace, settings);
  const [settled] = useDebouncedValue(key, PAUSE_MS, { leading: true });
  const ready = wanted && settled === key && asked === null && faultOf(settings) === null;
  useEffect(() => {
    if (ready && byKey[key] === undefined) void ask(key, settings);
  }, [ready, byKey, key, settings, ask]);
  return byKey[key];
}
