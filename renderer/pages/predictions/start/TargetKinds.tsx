import { Radio, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Offered } from '../../../../shared/contract/finetune.ts';
import { ChoiceCard } from '../../../components/ChoiceCard.tsx';
import { KINDS, type Kind, obstacleOf } from './draft.ts';

interface TargetKindsProps {
  offered: Offered;
  value: Kind | null;
  onChange: (kind: Kind) => void;
}

/** What can be predicted, in words, and what cannot and why. */
export function TargetKinds({ offered, value, onChange }: TargetKindsProps) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      label={t('predict.what')}
      value={value ?? ''}
      onChange={(chosen) => {
        const kind = KINDS.find((one) => one === chosen);
        if (kind) onChange(kind);
      }}
    >
      <SimpleGrid cols={{ base: 2, xl: 3 }} mt={6}>
        {KINDS.map((kind) => (
          <KindCard key={kind} kind={kind} offered={offered} />
        ))}
      </SimpleGrid>
    </Radio.Group>
  );
}

function KindCard({ kind, offered }: { kind: Kind; offered: Offered }) {
  const { t } = useTranslation();
  const obstacle = obstacleOf(offered, kind);
  const title = t(`predict.kinds.${kind}`);
  const text = obstacle ? t(`predict.obstacles.${obstacle}`) : t(`predict.kindHelp.${kind}`);
  return <ChoiceCard value={kind} title={title} text={text} disabled={obstacle !== null} />;
}
