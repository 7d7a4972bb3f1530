import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../base/format.ts';
import { NextStep } from '../components/NextStep.tsx';
import { Page } from '../components/Page.tsx';
import { RunActions } from './RunActions.tsx';
import { RunTabs } from './RunTabs.tsx';
import { type Run, runTitle } from './run-facts.ts';

interface RunPageProps {
  run: Run;
  /** Tab in the address; by default the result. */
  tab: string | undefined;
  /** The result tab: evaluation and actions, depending on the kind of run. */
  children: ReactNode;
}

/** Page of one run. */
export function RunPage({ run, tab, children }: RunPageProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const facts = [
    run.title === '' ? null : run.id,
    format.dateTime(run.created),
    run.parent && t('runs.from', { run: run.parent }),
  ];
  return (
    <Page title={runTitle(run)} description={facts.filter(Boolean).join(' · ')} actions={<RunActions run={run} />}>
      <NextStep currentPage="models" />
      {run.note !== '' && (
        <Text size="sm" maw={820} style={{ whiteSpace: 'pre-wrap' }}>
          {run.note}
        </Text>
      )}
      <RunTabs run={run} tab={tab}>
        {children}
      </RunTabs>
    </Page>
  );
}
