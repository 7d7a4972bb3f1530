import { Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TraitDistribution } from '../../../shared/contract/traits.ts';
import { useFormat } from '../../base/format.ts';

interface TextDistributionProps {
  distribution: Extract<TraitDistribution, { kind: 'text' }>;
  /** Number of all users. */
  users: number;
}

/** The most frequent values of a trait with their numbers of users. */
export function TextDistribution({ distribution: { texts, counts, further }, users }: TextDistributionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Stack gap={6} component="section" aria-label={t('traits.frequent')}>
      {texts.map((text, i) => {
        const count = counts[i] ?? 0;
        return (
          <div key={text}>
            <Group justify="space-between" gap="sm" wrap="nowrap">
              <Text size="sm" truncate title={text}>
                {text}
              </Text>
              <Text size="sm" flex="none">
                {format.number(count)}
              </Text>
            </Group>
            <Progress size="xs" value={(100 * count) / Math.max(1, users)} aria-label={text} />
          </div>
        );
      })}
      {further > 0 && (
        <Text size="xs" c="dimmed">
          {t('traits.further', { count: further, number: format.number(further) })}
        </Text>
      )}
    </Stack>
  );
}
