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
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3, xl: 6 }} spacing="md">
      <Figure
        label={t('model.run.savedEpoch')}
        value={format.number(verdict.keptEpoch)}
        help={t('model.run.savedEpochHelp')}
      />
      <Figure
        label={t('model.run.bestEpoch')}
        value={format.number(verdict.bestEpoch)}
        help={t('model.run.bestEpochHelp')}
      />
      <Figure
        label={t('training.trainingLoss')}
        value={formatLoss(verdict.trainingLoss)}
        help={t('model.run.savedEpochLossHelp')}
      />
      <Figure
        label={t('training.validationLoss')}
        value={formatLoss(verdict.validationLoss)}
        help={t('model.run.savedEpochLossHelp')}
      />
      <Figure
        label={t('model.run.bestLoss')}
        value={formatLoss(verdict.bestValidationLoss)}
        help={t('training.lossHelp')}
      />
      <Figure
        label={t('model.run.popularityLoss')}
        value={formatLoss(verdict.popularityLoss)}
        help={t('model.run.popularityLossHelp')}
      />
    </SimpleGrid>
  );
}
