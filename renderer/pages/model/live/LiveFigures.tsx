import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LiveFigures as Figures, LiveFigure } from '../../../../shared/domain/progress.ts';
import { useFormat } from '../../../base/format.ts';
import { Figure } from '../../../components/Figure.tsx';

/** Current figures of a training; a dash for those not reported yet. */
export function LiveFigures({ figures }: { figures: Figures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const figure = (name: LiveFigure) => figures[name] ?? Number.NaN;
  return (
    <SimpleGrid cols={{ base: 3, xl: 6 }} spacing="md">
      <Figure label={t('training.epoch')} value={format.number(figure('epoch'))} />
      <Figure
        label={t('training.validationLoss')}
        value={format.number(figure('validation.loss'), 3)}
        help={t('training.lossHelp')}
      />
      <Figure
        label={t('training.validationNdcg')}
        value={format.number(figure('validation.ndcg@10'), 4)}
        help={t('training.ndcgHelp', { k: 10 })}
      />
      <Figure
        label={t('training.speed')}
        value={format.compact(figure('eventsPerSecond'))}
        unit={t('training.speedUnit')}
        help={t('training.speedHelp')}
      />
      <Figure
        label={t('training.tokenSpeed')}
        value={format.compact(figure('tokensPerSecond'))}
        unit={t('training.tokenSpeedUnit')}
        help={t('training.tokenSpeedHelp')}
      />
      <Figure label={t('training.fields.learningRate')} value={format.number(figure('rate'), 5)} />
    </SimpleGrid>
  );
}
