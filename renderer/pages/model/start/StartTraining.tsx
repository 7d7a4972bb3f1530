import {
  Button,
  Collapse,
  Group,
  Paper,
  Radio,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Switch,
  Text,
  Title,
  UnstyledButton,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkspaceInfo } from '../../../../shared/contract/workspace.ts';
import { DEFAULT_RANGES } from '../../../../shared/domain/search-ranges.ts';
import { type TrainPreset, trainPreset } from '../../../../shared/domain/train-presets.ts';
import { useEvaluateAfterTraining } from '../../../engine/evaluate-after-training.ts';
import { useAction } from '../../../engine/use-action.ts';
import { changedFields, firstIssue, type Settings } from '../../../training/settings.ts';
import { isValidPlan, SearchFields, type SearchPlan } from '../search/SearchFields.tsx';
import { AdvancedSettings } from './AdvancedSettings.tsx';
import { EffortCard } from './EffortCard.tsx';
import { useEstimates } from './estimates.ts';
import { useEstimate } from './use-estimate.ts';

interface StartTrainingProps {
  workspace: WorkspaceInfo;
  /** Trains one model, or runs a search around these settings if there is a plan. */
  onStart: (settings: Settings, plan: SearchPlan | null) => Promise<void>;
}

/** Form that starts a training: preset, advanced settings, and optional search. */
export function StartTraining({ workspace, onStart }: StartTrainingProps) {
  const { t } = useTranslation();
  const [effort, setEffort] = useState<TrainPreset>('quick');
  const [settings, setSettings] = useState(() => trainPreset('quick', workspace));
  const [advanced, { toggle }] = useDisclosure(false);
  const [searching, setSearching] = useState(false);
  const [plan, setPlan] = useState<SearchPlan>({ minutes: 30, method: 'halving', ranges: DEFAULT_RANGES });
  const starting = useAction(onStart);
  const evaluateAfter = useEvaluateAfterTraining();
  const settingsFor = (name: TrainPreset) => (name === effort ? settings : trainPreset(name, workspace));
  const quickEstimate = useEstimate(workspace, settingsFor('quick'), true);
  const thoroughEstimate = useEstimate(workspace, settingsFor('thorough'), quickEstimate !== undefined);
  const choose = (value: string) => {
    const preset = value === 'thorough' ? 'thorough' : 'quick';
    setEffort(preset);
    setSettings(trainPreset(preset, workspace));
  };
  const start = () => {
    useEstimates.getState().stop();
    void starting.start(settings, searching ? plan : null);
  };
  const changedCount = changedFields(settings, trainPreset(effort, workspace)).length;
  const Chevron = advanced ? IconChevronDown : IconChevronRight;
  return (
    <Paper withBorder p="lg">
      <Stack gap="md">
        <Group justify="space-between">
          <Title order={2}>{t('model.start.title')}</Title>
          <SegmentedControl
            size="xs"
            aria-label={t('model.start.mode')}
            value={searching ? 'many' : 'one'}
            onChange={(mode) => setSearching(mode === 'many')}
            data={[
              { value: 'one', label: t('model.start.one') },
              { value: 'many', label: t('model.start.many') },
            ]}
          />
        </Group>
        <Radio.Group value={effort} onChange={choose} label={t('training.effort')}>
          <SimpleGrid mt={6} cols={2} maw={860}>
            <EffortCard
              effort="quick"
              estimateState={quickEstimate}
              earlyStopping={settingsFor('quick').patience > 0}
            />
            <EffortCard
              effort="thorough"
              estimateState={thoroughEstimate}
              earlyStopping={settingsFor('thorough').patience > 0}
            />
          </SimpleGrid>
        </Radio.Group>
        <UnstyledButton onClick={toggle} aria-expanded={advanced} w="fit-content">
          <Group gap={4}>
            <Chevron size={16} aria-hidden />
            <Text size="sm">
              {changedCount > 0 ? t('model.start.advancedChanged', { count: changedCount }) : t('training.advanced')}
            </Text>
          </Group>
        </UnstyledButton>
        <Collapse expanded={advanced}>
          <AdvancedSettings
            settings={settings}
            onChange={setSettings}
            onReset={() => setSettings(trainPreset(effort, workspace))}
          />
        </Collapse>
        {searching && <SearchFields plan={plan} settings={settings} onChange={setPlan} />}
        <Group gap="xl">
          <Button
            onClick={start}
            loading={starting.busy}
            disabled={firstIssue(settings) !== null || (searching && !isValidPlan(plan))}
            leftSection={<IconPlayerPlayFilled size={16} aria-hidden />}
          >
            {t(searching ? 'model.start.beginSearch' : 'model.start.begin')}
          </Button>
          <Switch
            label={t('model.start.evaluateAfter')}
            description={t('model.start.evaluateAfterHelp')}
            checked={evaluateAfter.enabled}
            onChange={(event) => evaluateAfter.setEnabled(event.currentTarget.checked)}
          />
        </Group>
      </Stack>
    </Paper>
  );
}
