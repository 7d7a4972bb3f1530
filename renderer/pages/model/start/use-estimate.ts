import { useDebouncedValue } from '@mantine/hooks';
import { useEffect } from 'react';
import type { WorkspaceInfo } from '../../../../shared/contract/workspace.ts';
import { firstIssue, type Settings } from '../../../training/settings.ts';
import { type EstimateState, estimateKey, useEstimates } from './estimates.ts';

/** Debounce delay, so that typing does not start a measurement at every key. */
const PAUSE_MS = 1000;

/** Returns the estimated training time; measures it if `enabled` and no other measurement is in progress. */
export function useEstimate(workspace: WorkspaceInfo, settings: Settings, enabled: boolean): EstimateState | undefined {
  const { byKey, pending, measure } = useEstimates();
  const key = estimateKey(workspace, settings);
  const [settledKey] = useDebouncedValue(key, PAUSE_MS, { leading: true });
  const ready = enabled && settledKey === key && pending === null && firstIssue(settings) === null;
  useEffect(() => {
    if (ready && byKey[key] === undefined) void measure(key, settings);
  }, [ready, byKey, key, settings, measure]);
  return byKey[key];
}
