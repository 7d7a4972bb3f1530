import { Badge, Group, Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RatingFigures } from '../../../shared/contract/rating.ts';
import { useFormat } from '../../base/format.ts';
import { axisOf, IntervalBar } from '../../components/IntervalBar.tsx';
import { usePalette } from '../../components/use-palette.ts';
import { VERDICT_STYLES } from '../../runs/VerdictBadge.tsx';
import { VERDICT_STYLE_KEY } from '../predictions/PredictionVerdict.tsx';

/** Whether a run rates texts better than logistic regression on their words, in words and as confidence intervals. */
export function RatingVerdict({ rating }: { rating: RatingFigures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { icon: VerdictIcon, colour } = VERDICT_STYLES[VERDICT_STYLE_KEY[rating.verdict]];
  const points = (share: number) => format.number(100 * share, 1).replace('-', '−');
  const { value, low, high } = rating.difference;
  const difference = { value: points(value), low: points(low), high: points(high) };
  return (
    <Paper withBorder p="md" component="section" aria-label={t('texts.verdict')}>
      <Group align="flex-start" wrap="nowrap" gap="md">
        <ThemeIcon size={40} radius="xl" variant="light" color={colour} aria-hidden>
          <VerdictIcon size={24} />
        </ThemeIcon>
        <Stack gap={4} flex={1}>
          <Title order={3}>{t(`texts.headline.${rating.verdict}`)}</Title>
          <Text maw={820}>
            {t('texts.found', {
              model: format.percent(rating.accuracy.value),
              linear: format.percent(rating.linear.value),
              base: format.percent(rating.base),
              texts: format.number(rating.texts),
            })}
          </Text>
          <Text>{t(`texts.sure.${rating.verdict}`, difference)}</Text>
          <Text size="sm" c="dimmed">
            {t('runs.rightHelp')}
          </Text>
          <Intervals rating={rating} />
        </Stack>
      </Group>
    </Paper>
  );
}

function Intervals({ rating }: { rating: RatingFigures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const rows = [
    ['model', rating.accuracy],
    ['linear', rating.linear],
    ['base', { value: rating.base, low: rating.base, high: rating.base }],
  ] as const;
  const axis = axisOf(rows.map(([, interval]) => interval));
  const text = ({ value, low, high }: RatingFigures['accuracy']) =>
    low === high
      ? format.percent(value)
      : t('texts.interval', { value: format.percent(value), low: format.percent(low), high: format.percent(high) });
  return (
    <Stack gap={2} mt="xs">
      {rows.map(([name, interval]) => (
        <Group key={name} gap="md" wrap="nowrap">
          <Text size="sm" w={200} fw={name === 'model' ? 600 : 400}>
            {t(`texts.rankers.${name}`)}
          </Text>
          <IntervalBar
            {...interval}
            axis={axis}
            width={300}
            referenceValue={rating.linear.value}
            colour={name === 'model' ? (palette.series[0] ?? palette.text) : palette.faint}
            label={text(interval)}
          />
          <Text size="sm">{text(interval)}</Text>
        </Group>
      ))}
    </Stack>
  );
}

/** The verdict as a badge. */
export function RatingBadge({ rating }: { rating: RatingFigures }) {
  const { t } = useTranslation();
  const { icon: VerdictIcon, colour } = VERDICT_STYLES[VERDICT_STYLE_KEY[rating.verdict]];
  return (
    <Badge variant="light" color={colour} tt="none" leftSection={<VerdictIcon size={14} aria-hidden />}>
      {t(`runs.badges.${rating.verdict}`)}
    </Badge>
  );
}
