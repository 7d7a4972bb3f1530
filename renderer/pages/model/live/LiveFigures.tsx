import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../base/format.ts';
import { Figure } from '../../../components/Figure.tsx';

/** What a training says of itself just now; a dash where it has not said it yet. */
export function LiveFigures({ figures }: { figures: Readonly<Record<string, number>> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const of = (name: string) => figures[name] ?? Number.NaN;
  return (
    <SimpleGrid cols={{ base: 3, xl: 6 }} spacing="md">
      <Figure label={t('model.epoch')} value={format.number(of('epoch'))} />
      <Figure
        label={t('model.validationLoss')}
        value={format.number(of('validation.loss'), 3)}
        help={t('model.lossHelp')}
      />
      <Figure
        label={t('model.validationNdcg')}
        value={format.number(of('validation.ndcg@10'), 4)}
        help={t('model.ndcgHelp', { k: 10 })}
      />
      <Figure
        label={t('model.speed')}
        value={format.compact(of('eventsPerSecond'))}
        unit={t('model.speedUnit')}
        help={t('model.speedHelp')}
      />
      <Figure
        label={t('model.tokenSpeed')}
        value={format.compact(of('tokensPerSecond'))}
        unit={t('model.tokenSpeedUnit')}
        help={t('model.tokenSpeedHelp')}
      />
      <Figure label={t('training.fields.learningRate')} value={format.number(of('rate'), 5)} />
    </SimpleGrid>
  );
}
