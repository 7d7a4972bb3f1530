import { Skeleton, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Rule } from '../../../shared/domain/rule.ts';
import { useFormat } from '../../base/format.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useCall } from '../../engine/use-call.ts';
import { LiftTable } from '../../segments/LiftTable.tsx';

/** Features that distinguish the selected users from all users. */
export function DifferencesPanel({ rule }: { rule: Rule | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, isPlaceholderData } = useCall(
    'segment.preview',
    { definition: rule === null ? { rule: '' } : { rule } },
    { enabled: rule !== null, keepPrevious: true },
  );
  if (rule === null) return <Hint text={t('explore.selectFirst')} />;
  if (error) return <ErrorNotice error={error} />;
  if (!data) return <Skeleton height={160} />;
  if (data.size === 0) return <Hint text={t('explore.nobody')} />;
  if (data.lift.kind.length === 0) return <Hint text={t('segments.nothingStandsOut')} />;
  return (
    <Stack gap="xs" px="sm" py="xs" opacity={isPlaceholderData ? 0.6 : 1} aria-busy={isPlaceholderData}>
      <Text size="xs" c="dimmed" maw={900}>
        {t('segments.liftHelp', { tested: format.number(data.tested) })}
      </Text>
      <LiftTable lift={data.lift} />
    </Stack>
  );
}

function Hint({ text }: { text: string }) {
  return (
    <Text size="sm" c="dimmed" p="md">
      {text}
    </Text>
  );
}
