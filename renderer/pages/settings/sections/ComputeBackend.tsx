import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { useCall } from '../../../engine/use-call.ts';
import { BackendPanel } from '../backends/BackendPanel.tsx';
import { Section } from '../Section.tsx';

/** Lists the compute backends of this computer and lets the user choose one. */
export function ComputeBackend() {
  const { t } = useTranslation();
  const { data, error } = useCall('backends.list', {});
  return (
    <Section title={t('backends.title')} text={t('backends.help')}>
      {error !== null && <ErrorNotice error={error} />}
      {data ? <BackendPanel list={data} /> : error === null && <Skeleton height={180} />}
    </Section>
  );
}
