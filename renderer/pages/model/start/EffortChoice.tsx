import { Radio, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WorkspaceInfo } from '../../../../shared/contract/workspace.ts';
import { TrainPreset, trainPreset } from '../../../../shared/domain/train-presets.ts';
import { useFormat } from '../../../base/format.ts';
import type { Settings } from '../../../training/settings.ts';
import { EffortCard } from './EffortCard.tsx';
import { effortText } from './effort-text.ts';
import { useEstimate } from './use-estimate.ts';

interface EffortChoiceProps {
  workspace: WorkspaceInfo;
  effort: TrainPreset;
  /** Settings of the chosen preset, as edited. */
  settings: Settings;
  onChange: (effort: TrainPreset) => void;
}

/** Selects a preset; each shows its estimated duration, the second once the first has been measured. */
export function EffortChoice({ workspace, effort, settings, onChange }: EffortChoiceProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const settingsFor = (preset: TrainPreset) => (preset === effort ? settings : trainPreset(preset, workspace));
  const quick = useEstimate(workspace, settingsFor('quick'), true);
  const thorough = useEstimate(workspace, settingsFor('thorough'), quick !== undefined);
  const estimates = { quick, thorough };
  return (
    <Radio.Group
      value={effort}
      onChange={(value) => onChange(TrainPreset.catch('quick').parse(value))}
      label={t('training.effort')}
    >
      <SimpleGrid mt={6} cols={{ base: 1, xs: 2 }} maw={860}>
        {TrainPreset.options.map((preset) => (
          <EffortCard
            key={preset}
            effort={preset}
            text={effortText(t, format, preset, workspace)}
            estimateState={estimates[preset]}
            earlyStopping={settingsFor(preset).patience > 0}
          />
        ))}
      </SimpleGrid>
    </Radio.Group>
  );
}
