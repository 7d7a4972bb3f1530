import { useEffect } from 'react';
import type { WorkspaceInfo } from '../../../../shared/contract/workspace.ts';
import { firstIssue, type Settings } from '../../../training/settings.ts';
import { useIdleEngine } from '../../../training/use-idle-engine.ts';
import { useSettled } from '../../../training/use-settled.ts';
import { type EstimateState, estimateKey, useEstimates } from './estimates.ts';

/** Returns the estimated training time; measures it if `enabled`, while the engine is idle. */
export function useEstimate(workspace: WorkspaceInfo, settings: Settings, enabled: boolean): EstimateState | undefined {
  const { byKey, pending, measure } = useEstimates();
  const key = estimateKey(workspace, settings);
  const settledKey = useSettled(key);
  const idle = useIdleEngine();
  const ready = enabled && idle && settledKey === key && pending === null && firstIssue(settings) === null;
  useEffect(() => {
    if (ready && byKey[key] === undefined) void measure(key, settings);
  }, [ready, byKey, key, settings, measure]);
  return byKey[key];
}
