import { Group, Stack, Text, Tooltip } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TrainEstimate } from '../../../../shared/contract/runs.ts';
import type { TrainPreset } from '../../../../shared/domain/train-presets.ts';
import { useFormat } from '../../../base/format.ts';
import { messageOf } from '../../../base/message-of.ts';
import { ChoiceCard } from '../../../components/ChoiceCard.tsx';
import type { EstimateState } from './estimates.ts';

interface EffortCardProps {
  effort: TrainPreset;
  estimateState: EstimateState | undefined;
  /** Whether early stopping may end the training sooner. */
  earlyStopping: boolean;
}

/** A preset with its estimated duration on this computer, once measured. */
export function EffortCard({ effort, estimateState, earlyStopping }: EffortCardProps) {
  const { t } = useTranslation();
  const title = t(`training.${effort}`);
  const text = t(`training.${effort}Help`);
  return (
    <ChoiceCard value={effort} title={title} text={text}>
      <EstimateText estimateState={estimateState} earlyStopping={earlyStopping} />
    </ChoiceCard>
  );
}

/** Always two lines high, so that the layout does not shift when the estimate arrives. */
function EstimateText({ estimateState, earlyStopping }: Omit<EffortCardProps, 'effort'>) {
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

function EstimateDetail({ estimate, earlyStopping: patient }: { estimate: TrainEstimate; earlyStopping: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const time = format.duration(roundSeconds(estimate.seconds));
  const help = t('training.estimate.help', {
    steps: format.number(estimate.steps),
    speed: format.number(estimate.eventsPerSecond),
    epoch: format.duration(estimate.secondsPerEpoch),
  });
  return (
    <Stack gap={0} mih={42} mt={6}>
      <Group gap={6} wrap="nowrap">
        <Text size="sm" fw={600}>
          {t(patient ? 'training.estimate.upTo' : 'training.estimate.about', { time })}
        </Text>
        <Tooltip label={help} multiline maw={300} events={{ hover: true, focus: true, touch: true }}>
          <IconInfoCircle size={15} stroke={1.6} tabIndex={0} role="img" aria-label={help} />
        </Tooltip>
      </Group>
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

/** Rounds a duration to whole minutes above two minutes, since an estimate from a few steps is not more precise. */
function roundSeconds(seconds: number): number {
  return seconds > 120 ? 60 * Math.round(seconds / 60) : Math.round(seconds);
}
