import { Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Rule } from '../../../shared/domain/rule.ts';
import { useFormat } from '../../base/format.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useCall } from '../../engine/use-call.ts';
import { LiftSummary } from '../../segments/LiftSummary.tsx';

const DEBOUNCE = 300;
const ROWS = 8;
/** Input of the disabled call, which is never sent. */
const PLACEHOLDER_RULE: Rule = { measure: 'events', op: '<', value: 0 };

/** Number of users that match a rule and the features that distinguish them; updated after a pause in editing. */
export function RulePreview({ rule }: { rule: Rule | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [debouncedRule] = useDebouncedValue(rule, DEBOUNCE);
  const { data, error, isFetching } = useCall(
    'segment.preview',
    { definition: { rule: debouncedRule ?? PLACEHOLDER_RULE }, liftRows: ROWS },
    { enabled: debouncedRule !== null, keepPrevious: true },
  );
  const isStale = isFetching || debouncedRule !== rule;
  const share = data ? data.size / Math.max(1, data.users) : 0;
  return (
    <Paper withBorder p="md" component="section" aria-label={t('segments.preview')}>
      <Stack gap="sm">
        <Title order={2}>{t('segments.preview')}</Title>
        {debouncedRule === null ? (
          <Text size="sm" c="dimmed">
            {t('segments.unfinished')}
          </Text>
        ) : error !== null ? (
          <ErrorNotice error={error} />
        ) : (
          data && (
            <Stack gap="sm" opacity={isStale ? 0.6 : 1} aria-busy={isStale}>
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
