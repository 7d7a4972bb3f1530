import { Skeleton } from '@mantine/core';
import { IconChartPie } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../base/format.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { NoData } from '../../components/NotReady.tsx';
import { Page } from '../../components/Page.tsx';
import { useCall } from '../../engine/use-call.ts';
import { useWorkspace } from '../../engine/use-workspace.ts';
import { BaseReport } from './BaseReport.tsx';

/** All customers: who is best, who is leaving, what changed this month. */
export default function CustomersPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const workspace = useWorkspace();
  const hasEvents = workspace ? workspace.events > 0 : false;
  const { data, error } = useCall('profile.base', {}, { enabled: hasEvents });
  const until = data?.until ?? null;
  return (
    <Page
      title={t('customers.title')}
      description={until === null ? undefined : t('customers.until', { day: format.day(Date.parse(until), 'UTC') })}
    >
      {workspace && !hasEvents ? (
        <NoData workspace={workspace} />
      ) : error !== null ? (
        <ErrorNotice error={error} />
      ) : !data ? (
        <Skeleton height={480} />
      ) : data.details === null ? (
        <EmptyState icon={IconChartPie} title={t('customers.noneTitle')} text={t('customers.none')} />
      ) : (
        <BaseReport base={data} details={data.details} />
      )}
    </Page>
  );
}
