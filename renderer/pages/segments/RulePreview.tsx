import { Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Rule } from '../../../shared/domain/rule.ts';
import { useFormat } from '../../base/format.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useCall } from '../../engine/use-call.ts';
import { LiftSummary } from '../../segments/LiftSummary.tsx';

const WAIT = 300;
const ROWS = 8;
/** Asked of nobody: a call that is not made still has an input. */
const NOBODY: Rule = { measure: 'events', op: '<', value: 0 };

/** How many a rule means and what sets them apart, counted again when one stops typing. */
export function RulePreview({ rule }: { rule: Rule | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [settled] = useDebouncedValue(rule, WAIT);
  const { data, error, isFetching } = useCall(
    'segment.preview',
    { definition: { rule: settled ?? NOBODY }, liftRows: ROWS },
    { enabled: settled !== null, keep: true },
  );
  const share = data ? data.size / Math.max(1, data.users) : 0;
  return (
    <Paper withBorder p="md" component="section" aria-label={t('segments.preview')}>
      <Stack gap="sm">
        <Title order={2}>{t('segments.preview')}</Title>
        {settled === null ? (
          <Text size="sm" c="dimmed">
            {t('segments.unfinished')}
          </Text>
        ) : error !== null ? (
          <ErrorNotice error={error} />
        ) : (
          data && (
            <Stack gap="sm" opacity={isFetching ? 0.6 : 1} aria-busy={isFetching}>
              <Group gap={8} align="baseline" role="status">
                <Text fz={28} fw={600} lh={1.2}>
                  {format.number(data.size)}
                </Text>
                <Text c="dimmed">
                  {t('segments.of', { total: format.number(data.users) })} · {format.percent(share)}
                </Text>
              </Group>
              <Progress value={100 * share} aria-label={t('segments.shareFigure')} />
              {data.size > 0 ? (
                <LiftSummary lift={data.lift} />
              ) : (
                <Text size="sm" c="dimmed">
                  {t('segments.nobody')}
                </Text>
              )}
            </Stack>
          )
        )}
      </Stack>
    </Paper>
  );
}
