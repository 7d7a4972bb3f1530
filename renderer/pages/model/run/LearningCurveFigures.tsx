import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Verdict } from '../../../../shared/contract/train.ts';
import { useFormat } from '../../../base/format.ts';
import { Figure } from '../../../components/Figure.tsx';

/** Losses and epochs that show under- or overfitting. */
export function LearningCurveFigures({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation();
  const format = useFormat();
  const formatLoss = (value: number | null) => format.number(value ?? Number.NaN, 3);
  return (
    <SimpleGrid cols={{ base: 3, xl: 6 }} spacing="md">
      <Figure
        label={t('verdict.keptEpoch')}
        value={format.number(verdict.keptEpoch)}
        help={t('verdict.keptEpochHelp')}
      />
      <Figure
        label={t('verdict.bestEpoch')}
        value={format.number(verdict.bestEpoch)}
        help={t('verdict.bestEpochHelp')}
      />
      <Figure label={t('model.trainingLoss')} value={formatLoss(verdict.trainingLoss)} help={t('verdict.keptHelp')} />
      <Figure
        label={t('model.validationLoss')}
        value={formatLoss(verdict.validationLoss)}
        help={t('verdict.keptHelp')}
      />
      <Figure label={t('verdict.bestLoss')} value={formatLoss(verdict.bestValidationLoss)} help={t('model.lossHelp')} />
      <Figure
        label={t('verdict.popularityLoss')}
        value={formatLoss(verdict.popularityLoss)}
        help={t('verdict.popularityLossHelp')}
      />
    </SimpleGrid>
  );
}
