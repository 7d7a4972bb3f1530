import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TrainEstimate } from '../../../../shared/contract/runs.ts';
import type { TrainPreset } from '../../../../shared/domain/train-presets.ts';
import { useFormat } from '../../../base/format.ts';
import { messageOf } from '../../../base/message-of.ts';
import { ChoiceCard } from '../../../components/ChoiceCard.tsx';
import { EstimatedTime } from '../../../training/EstimatedTime.tsx';
import type { EstimateState } from './estimates.ts';

interface EffortCardProps {
  effort: TrainPreset;
  /** What the preset does. */
  text: string;
  estimateState: EstimateState | undefined;
  /** Whether early stopping may end the training sooner. */
  earlyStopping: boolean;
}

/** A preset with its estimated duration on this computer, once measured. */
export function EffortCard({ effort, text, estimateState, earlyStopping }: EffortCardProps) {
  const { t } = useTranslation();
  const title = t(`training.${effort}`);
  return (
    <ChoiceCard value={effort} title={title} text={text}>
      <EstimateText estimateState={estimateState} earlyStopping={earlyStopping} />
    </ChoiceCard>
  );
}

/** Always two lines high, so that the layout does not shift when the estimate arrives. */
function EstimateText({ estimateState, earlyStopping }: Omit<EffortCardProps, 'effort' | 'text'>) {
  const { t } = useTranslation();
  if (estimateState !== undefined && estimateState !== 'measuring' && 'estimate' in estimateState) {
    return <EstimateDetail estimate={estimateState.estimate} earlyStopping={earlyStopping} />;
  }
  const text =
    estimateState === undefined
      ? t('training.estimate.none')
      : estimateState === 'measuring'
        ? t('training.estimate.measuring')
        : t('training.estimate.failed', { message: messageOf(estimateState.error, t).message });
  return (
    <Text size="sm" c="dimmed" mih={42} mt={6} role="status">
      {text}
    </Text>
  );
}

function EstimateDetail({ estimate, earlyStopping }: { estimate: TrainEstimate; earlyStopping: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const help = t('training.estimate.help', {
    steps: format.number(estimate.steps),
    speed: format.number(estimate.eventsPerSecond),
    epoch: format.duration(estimate.secondsPerEpoch),
  });
  return (
    <Stack gap={0} mih={42} mt={6}>
      <EstimatedTime seconds={estimate.seconds} atMost={earlyStopping} help={help} />
      <Text size="sm" c="dimmed">
        {[
          t('training.estimate.epochs', { epochs: format.number(estimate.epochs) }),
          t('training.estimate.parameters', { parameters: format.compact(estimate.parameters) }),
          t('training.estimate.memory', { memory: format.bytes(estimate.memory) }),
        ].join(' · ')}
      </Text>
    </Stack>
  );
}
