import { type ReactNode, useMemo } from 'react';
import { NO_REGION, RegionalContext } from '../base/regional.ts';
import { useWorkspace } from './use-workspace.ts';

/** Provides the time zone and the currency of the open workspace to the formats of its children. */
export function RegionalSettings({ children }: { children: ReactNode }) {
  const workspace = useWorkspace();
  const { eventZone, timeZone, currency } = workspace ?? NO_REGION;
  const settings = useMemo(() => ({ eventZone, timeZone, currency }), [eventZone, timeZone, currency]);
  return <RegionalContext value={settings}>{children}</RegionalContext>;
}
