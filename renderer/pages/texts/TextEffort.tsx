import { Group, Text, Tooltip } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TrainPreset } from '../../../shared/domain/train-presets.ts';
import { useFormat } from '../../base/format.ts';
import { messageOf } from '../../base/message-of.ts';
import { ChoiceCard } from '../../components/ChoiceCard.tsx';
import { useJobQuery } from '../../engine/use-job-query.ts';
import type { TextTrainingInput } from './text-training.ts';

interface TextEffortProps {
  effort: TrainPreset;
  learn: TextTrainingInput['learn'];
  /** Input of the training; null if it cannot be started. */
  input: TextTrainingInput | null;
}

/** Debounce delay, so that typing does not start a measurement at every key. */
const PAUSE_MS = 1000;

/** A preset for texts with its estimated duration on this computer, once measured. */
export function TextEffort({ effort, learn, input }: TextEffortProps) {
  const { t } = useTranslation();
  const title = t(`training.${effort}`);
  const text = t(`texts.efforts.${learn}.${effort}`);
  return (
    <ChoiceCard value={effort} title={title} text={text}>
      <Estimate input={input} />
    </ChoiceCard>
  );
}

function Estimate({ input: lesson }: { input: TextTrainingInput | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [settledInput] = useDebouncedValue(lesson, PAUSE_MS, { leading: true });
  const { answer, error } = useJobQuery('text.estimate', settledInput);
  if (answer) {
    const { seconds, measured, steps } = answer;
    const help = t('texts.estimateHelp', { measured: format.number(measured), steps: format.number(steps) });
    const time = format.duration(seconds > 120 ? 60 * Math.round(seconds / 60) : Math.max(1, Math.round(seconds)));
    return (
      <Group gap={6} wrap="nowrap" mt={6}>
        <Text size="sm" fw={600}>
          {t('training.estimate.about', { time })}
        </Text>
        <Tooltip label={help} multiline maw={300} events={{ hover: true, focus: true, touch: true }}>
          <IconInfoCircle size={15} stroke={1.6} tabIndex={0} role="img" aria-label={help} />
        </Tooltip>
      </Group>
    );
  }
  const text =
    settledInput === null
      ? t('training.estimate.none')
      : error === null
        ? t('training.estimate.measuring')
        : t('training.estimate.failed', { message: messageOf(error, t).message });
  return (
    <Text size="sm" c="dimmed" mt={6} role="status">
      {text}
    </Text>
  );
}
