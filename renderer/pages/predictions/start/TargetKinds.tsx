import { Radio, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AvailableTargets } from '../../../../shared/contract/prediction.ts';
import { ChoiceCard } from '../../../components/ChoiceCard.tsx';
import { KINDS, type Kind, obstacleOf } from './draft.ts';

interface TargetKindsProps {
  availableTargets: AvailableTargets;
  value: Kind | null;
  onChange: (kind: Kind) => void;
}

/** Selects the kind of target; kinds that are not available are disabled with the reason. */
export function TargetKinds({ availableTargets, value, onChange }: TargetKindsProps) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      label={t('predictions.start.what')}
      value={value ?? ''}
      onChange={(chosen) => {
        const kind = KINDS.find((candidate) => candidate === chosen);
        if (kind) onChange(kind);
      }}
    >
      <SimpleGrid cols={{ base: 1, xs: 2, xl: 3 }} mt={6}>
        {KINDS.map((kind) => (
          <KindCard key={kind} kind={kind} availableTargets={availableTargets} />
        ))}
      </SimpleGrid>
    </Radio.Group>
  );
}

function KindCard({ kind, availableTargets }: { kind: Kind; availableTargets: AvailableTargets }) {
  const { t } = useTranslation();
  const obstacle = obstacleOf(availableTargets, kind);
  const title = t(`predictions.start.kinds.${kind}`);
  const text = obstacle ? t(`predictions.start.obstacles.${obstacle}`) : t(`predictions.start.kindHelp.${kind}`);
  return <ChoiceCard value={kind} title={title} text={text} disabled={obstacle !== null} />;
}
