import { Box, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TrainPreset } from '../../../shared/domain/train-presets.ts';
import { useFormat } from '../../base/format.ts';
import { messageOf } from '../../base/message-of.ts';
import { ChoiceCard } from '../../components/ChoiceCard.tsx';
import { useJobQuery } from '../../engine/use-job-query.ts';
import { EstimatedTime } from '../../training/EstimatedTime.tsx';
import { useIdleEngine } from '../../training/use-idle-engine.ts';
import { useSettled } from '../../training/use-settled.ts';
import type { TextTrainingInput } from './text-training.ts';

interface TextEffortProps {
  effort: TrainPreset;
  learn: TextTrainingInput['learn'];
  /** Input of the training; null if it cannot be started. */
  input: TextTrainingInput | null;
}

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

function Estimate({ input }: { input: TextTrainingInput | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const settledInput = useSettled(input);
  const idle = useIdleEngine();
  const { answer, error } = useJobQuery('text.estimate', idle ? settledInput : null);
  if (answer) {
    const { seconds, measured, steps } = answer;
    const help = t('texts.estimateHelp', { measured: format.number(measured), steps: format.number(steps) });
    return (
      <Box mt={6}>
        <EstimatedTime seconds={seconds} atMost={stopsEarly(settledInput)} help={help} />
      </Box>
    );
  }
  const text =
    settledInput === null || !idle
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

/** Whether early stopping may end a training. */
function stopsEarly(input: TextTrainingInput | null): boolean {
  return input?.learn === 'words' && (input.config?.patience ?? 0) > 0;
}
