import { Skeleton, Stack, Tabs } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { replaceRoute } from '../base/use-route.ts';
import { RunCurve } from './RunCurve.tsx';
import { RunFigures } from './RunFigures.tsx';
import { pageOf, type Run } from './run-facts.ts';

// Loaded when the tab is opened; the result is shown first.
const RunSettings = lazy(async () => ({ default: (await import('./RunSettings.tsx')).RunSettings }));
const RecordPanel = lazy(async () => ({ default: (await import('./RecordPanel.tsx')).RecordPanel }));
const SavePanel = lazy(async () => ({ default: (await import('./SavePanel.tsx')).SavePanel }));

const tabs = ['result', 'curves', 'settings', 'record'] as const;

interface RunTabsProps {
  run: Run;
  /** Tab in the address. */
  tab: string | undefined;
  /** Content of the result tab. */
  children: ReactNode;
}

/** Tabs of a run: result, learning curves, settings and record; a run without curves has no curves tab. */
export function RunTabs({ run, tab, children }: RunTabsProps) {
  const { t } = useTranslation();
  const hasCurve = run.kind === 'behaviour' || (run.rating === null && run.summary.steps > 0);
  const shownTabs = tabs.filter((name) => hasCurve || name !== 'curves');
  const current = shownTabs.find((name) => name === tab) ?? 'result';
  return (
    <Tabs
      value={current}
      onChange={(value) => replaceRoute(pageOf(run), run.id, value && value !== 'result' ? { tab: value } : {})}
      keepMounted={false}
    >
      <Tabs.List mb="md">
        {shownTabs.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {t(`runs.tabs.${name}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="result">
        <Stack gap="md">
          {children}
          <RunFigures run={run} />
        </Stack>
      </Tabs.Panel>
      {hasCurve && (
        <Tabs.Panel value="curves">
          <RunCurve run={run.id} />
        </Tabs.Panel>
      )}
      <Tabs.Panel value="settings">
        <Suspense fallback={<Skeleton height={320} />}>
          <RunSettings run={run} />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="record">
        <Suspense fallback={<Skeleton height={320} />}>
          <Stack gap="md">
            <RecordPanel run={run} />
            <SavePanel run={run} />
          </Stack>
        </Suspense>
      </Tabs.Panel>
    </Tabs>
  );
}
