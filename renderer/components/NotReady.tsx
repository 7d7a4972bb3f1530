import { Button, Skeleton } from '@mantine/core';
import { IconBrain, IconDatabaseImport, IconSparkles } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WorkspaceInfo } from '../../shared/contract/workspace.ts';
import { hashOf } from '../base/route.ts';
import { EmptyState } from './EmptyState.tsx';

/** Placeholder for a page whose workspace is missing or has no events. */
export function NoData({ workspace }: { workspace: WorkspaceInfo | null | undefined }) {
  const { t } = useTranslation();
  if (workspace === undefined) return <Skeleton height={360} />;
  return (
    <EmptyState icon={IconDatabaseImport} title={t('terms.noDataTitle')} text={t('terms.noDataText')}>
      <Button component="a" href={hashOf('data')}>
        {t('terms.toData')}
      </Button>
    </EmptyState>
  );
}

export function NoRun() {
  const { t } = useTranslation();
  return (
    <EmptyState icon={IconBrain} title={t('terms.noRunTitle')} text={t('terms.noRunText')}>
      <Button component="a" href={hashOf('models')}>
        {t('terms.train')}
      </Button>
    </EmptyState>
  );
}

interface NoProfilesProps {
  busy: boolean;
  onCompute: () => void;
}

export function NoProfiles({ busy, onCompute }: NoProfilesProps) {
  const { t } = useTranslation();
  return (
    <EmptyState icon={IconSparkles} title={t('terms.noProfilesTitle')} text={t('terms.noProfilesText')}>
      <Button loading={busy} onClick={onCompute}>
        {t('terms.computeProfiles')}
      </Button>
    </EmptyState>
  );
}
