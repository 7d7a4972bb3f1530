import { Button } from '@mantine/core';
import { IconMap2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/EmptyState.tsx';
import { NoProfiles, NoRun } from '../../components/NotReady.tsx';
import type { Run } from '../../runs/run-facts.ts';

interface NoMapProps {
  /** Runs trained on behaviour, the newest first. */
  runs: readonly Run[];
  /** Whether profiles are being computed. */
  profiling: boolean;
  /** Whether a map is being computed. */
  computing: boolean;
  onProfile: (run: string) => void;
  onCompute: () => void;
}

/** Explains what a map requires, and offers the next step: a run, its profiles, or the map itself. */
export function NoMap({ runs, profiling, computing, onProfile, onCompute }: NoMapProps) {
  const { t } = useTranslation();
  const [newestRun] = runs;
  if (!newestRun) return <NoRun />;
  if (runs.every(({ profiles }) => profiles === 0)) {
    return <NoProfiles busy={profiling} onCompute={() => onProfile(newestRun.id)} />;
  }
  if (computing) return null;
  return (
    <EmptyState icon={IconMap2} title={t('map.emptyTitle')} text={t('map.emptyText')}>
      <Button onClick={onCompute}>{t('map.compute')}</Button>
    </EmptyState>
  );
}
