import { Group, Text, Tooltip } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../base/format.ts';

interface EstimatedTimeProps {
  seconds: number;
  /** Whether the training may end sooner. */
  atMost: boolean;
  /** How the time was estimated. */
  help: string;
}

/** Estimated duration of a training on this computer. */
export function EstimatedTime({ seconds, atMost, help }: EstimatedTimeProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const time = format.duration(roundSeconds(seconds));
  return (
    <Group gap={6} wrap="nowrap">
      <Text size="sm" fw={600}>
        {t(atMost ? 'training.estimate.upTo' : 'training.estimate.about', { time })}
      </Text>
      <Tooltip label={help} multiline maw={300} events={{ hover: true, focus: true, touch: true }}>
        <IconInfoCircle size={15} stroke={1.6} tabIndex={0} role="img" aria-label={help} />
      </Tooltip>
    </Group>
  );
}

/**
 * Rounds a duration to whole minutes above two minutes, and to at least one second, since an estimate from a few steps is
 * not more precise.
 */
function roundSeconds(seconds: number): number {
  return seconds > 120 ? 60 * Math.round(seconds / 60) : Math.max(1, Math.round(seconds));
}
