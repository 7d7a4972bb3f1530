import { Button, Collapse, Group, Paper, Skeleton, Stack, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlayerPlayFilled } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkspaceInfo } from '../../../../shared/contract/workspace.ts';
import { DEFAULT_RANGES } from '../../../../shared/domain/search-ranges.ts';
import { type TrainPreset, trainPreset } from '../../../../shared/domain/train-presets.ts';
import { useAction } from '../../../engine/use-action.ts';
import { useDraft } from '../../../engine/use-draft.ts';
import { AdvancedToggle } from '../../../training/AdvancedToggle.tsx';
import { changedFields, firstIssue, type Settings } from '../../../training/settings.ts';
import { isValidPlan, type SearchPlan } from '../search/search-plan.ts';
import { AfterTrainingSwitches } from './AfterTrainingSwitches.tsx';
import { EffortChoice } from './EffortChoice.tsx';
import { useEstimates } from './estimates.ts';

// These are loaded when they are shown: most trainings use a preset.
const AdvancedSettings = lazy(async () => ({ default: (await import('./AdvancedSettings.tsx')).AdvancedSettings }));
const SearchFields = lazy(async () => ({ default: (await import('../search/SearchFields.tsx')).SearchFields }));

interface StartTrainingProps {
  workspace: WorkspaceInfo;
  /** Whether the form starts a search. */
  searching: boolean;
  /** Whether it cannot start, since another training is running. */
  disabled: boolean;
  /** Trains one model, or runs a search around these settings if there is a plan. */
  onStart: (settings: Settings, plan: SearchPlan | null) => Promise<void>;
}

/**
 * Form that starts a training: preset, advanced settings, the ranges of a search, and what follows the training. What is
 * entered stays when the page is left.
 */
export function StartTraining({ workspace, searching, disabled, onStart }: StartTrainingProps) {
  const { t } = useTranslation();
  const [effort, setEffort] = useDraft<TrainPreset>('training.effort', () => 'quick');
  const [settings, setSettings] = useDraft('training.settings', () => trainPreset(effort, workspace));
  const [advanced, { toggle }] = useDisclosure(false);
  const [plan, setPlan] = useDraft<SearchPlan>('training.search', () => ({
    minutes: 30,
    method: 'halving',
    ranges: DEFAULT_RANGES,
  }));
  const starting = useAction(onStart);
  const preset = trainPreset(effort, workspace);
  const changed = changedFields(settings, preset).length;
  const choose = (chosen: TrainPreset) => {
    setEffort(chosen);
    setSettings(trainPreset(chosen, workspace));
  };
  const start = () => {
    useEstimates.getState().stop();
    void starting.start(settings, searching ? plan : null);
  };
  return (
    <Paper withBorder p="lg">
      <Stack gap="md">
        <Title order={2}>{t(searching ? 'model.search.title' : 'model.start.title')}</Title>
        <EffortChoice workspace={workspace} effort={effort} settings={settings} onChange={choose} />
        <AdvancedToggle
          label={changed > 0 ? t('model.start.advancedChanged', { count: changed }) : t('training.advanced')}
          expanded={advanced}
          onToggle={toggle}
        />
        <Collapse expanded={advanced}>
          {advanced && (
            <Suspense fallback={<Skeleton height={480} />}>
              <AdvancedSettings settings={settings} onChange={setSettings} onReset={() => setSettings(preset)} />
            </Suspense>
          )}
        </Collapse>
        {searching && (
          <Suspense fallback={<Skeleton height={240} />}>
            <SearchFields plan={plan} settings={settings} onChange={setPlan} />
          </Suspense>
        )}
        <AfterTrainingSwitches />
        <Group>
          <Button
            onClick={start}
            loading={starting.busy}
            disabled={disabled || firstIssue(settings) !== null || (searching && !isValidPlan(plan))}
            leftSection={<IconPlayerPlayFilled size={16} aria-hidden />}
          >
            {t(searching ? 'model.start.beginSearch' : 'model.start.begin')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
