import { type ReactNode, useMemo } from 'react';
import { NO_REGION, type Regional, RegionalContext } from '../base/regional.ts';
import { useWorkspace } from './use-workspace.ts';

/** Provides the time zone, the currency and the names of the actions of the open workspace to the formats of its children. */
export function RegionalSettings({ children }: { children: ReactNode }) {
  const workspace = useWorkspace();
  const { eventZone, timeZone, currency, actionSettings } = workspace ?? NO_REGION;
  const settings = useMemo(
    (): Regional => ({ eventZone, timeZone, currency, ...(actionSettings && { actionSettings }) }),
    [eventZone, timeZone, currency, actionSettings],
  );
  return <RegionalContext value={settings}>{children}</RegionalContext>;
}
