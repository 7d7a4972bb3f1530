import { Group, Stack, Text, Tooltip } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TrainEstimate } from '../../../../shared/contract/runs.ts';
import type { TrainPreset } from '../../../../shared/domain/train-presets.ts';
import { useFormat } from '../../../base/format.ts';
import { ChoiceCard } from '../../../components/ChoiceCard.tsx';
import { messageOf } from '../../../components/message-of.ts';
import type { Estimated } from './estimates.ts';

interface EffortCardProps {
  effort: TrainPreset;
  estimated: Estimated | undefined;
  /** Whether it may end before, when it no longer improves. */
  patient: boolean;
}

/** A preset, and how long it would take on this computer once that has been measured. */
export function EffortCard({ effort, estimated, patient }: EffortCardProps) {
  const { t } = useTranslation();
  const title = t(`training.${effort}`);
  const text = t(`training.${effort}Help`);
  return (
    <ChoiceCard value={effort} title={title} text={text}>
      <EstimateText estimated={estimated} patient={patient} />
    </ChoiceCard>
  );
}

/** Two lines, whatever is known, so that nothing moves when the measurement comes. */
function EstimateText({ estimated, patient }: Omit<EffortCardProps, 'effort'>) {
  const { t } = useTranslation();
  if (estimated !== undefined && estimated !== 'measuring' && 'estimate' in estimated) {
    return <Measured estimate={estimated.estimate} patient={patient} />;
  }
  const text =
    estimated === undefined
      ? t('training.estimate.none')
      : estimated === 'measuring'
        ? t('training.estimate.measuring')
        : t('training.estimate.failed', { message: messageOf(estimated.error, t).message });
  return (
    <Text size="sm" c="dimmed" mih={42} mt={6} role="status">
      {text}
    </Text>
  );
}

function Measured({ estimate, patient }: { estimate: TrainEstimate; patient: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const time = format.duration(roughly(estimate.seconds));
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

/** No more exact than a few steps can tell: whole minutes above two. */
function roughly(seconds: number): number {
  return seconds > 120 ? 60 * Math.round(seconds / 60) : Math.round(seconds);
}
