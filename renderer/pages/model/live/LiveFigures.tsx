import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LiveFigures as Figures, LiveFigure } from '../../../../shared/domain/progress.ts';
import { useFormat } from '../../../base/format.ts';
import { Figure } from '../../../components/Figure.tsx';

/** Current figures of a training: the result so far, and below it its speed; a dash for those not reported yet. */
export function LiveFigures({ figures }: { figures: Figures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const figure = (name: LiveFigure) => figures[name] ?? Number.NaN;
  const speed = [
    `${t('training.speed')} ${format.compact(figure('eventsPerSecond'))} ${t('training.speedUnit')}`,
    `${format.compact(figure('tokensPerSecond'))} ${t('training.tokenSpeedUnit')}`,
    `${t('training.fields.learningRate')} ${format.number(figure('rate'), 5)}`,
  ];
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="md">
        <Figure
          label={t('training.validationNdcg')}
          value={format.number(figure('validation.ndcg@10'), 4)}
          help={t('training.ndcgHelp', { k: 10 })}
        />
        <Figure
          label={t('training.validationLoss')}
          value={format.number(figure('validation.loss'), 3)}
          help={t('training.lossHelp')}
        />
        <Figure label={t('training.epoch')} value={format.number(figure('epoch'))} />
      </SimpleGrid>
      <Text size="sm" c="dimmed">
        {speed.join(' · ')}
      </Text>
    </Stack>
  );
}
