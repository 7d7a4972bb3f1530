import { IconTargetArrow } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Page } from '../../components/Page.tsx';

export default function SegmentsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('app.segments')}>
      <EmptyState icon={IconTargetArrow} title={t('segments.emptyTitle')} text={t('segments.emptyText')} />
    </Page>
  );
}
