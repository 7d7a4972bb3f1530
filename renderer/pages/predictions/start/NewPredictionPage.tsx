import { Button, Collapse, Group, Paper, Select, Skeleton, Stack, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconSparkles } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { AvailableTargets } from '../../../../shared/contract/prediction.ts';
import { FinetuneConfig } from '../../../../shared/domain/finetune-config.ts';
import { navigate } from '../../../base/use-route.ts';
import { BackButton } from '../../../components/BackButton.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { JobStatus } from '../../../components/JobStatus.tsx';
import { Page } from '../../../components/Page.tsx';
import { useCall } from '../../../engine/use-call.ts';
import { useDraft } from '../../../engine/use-draft.ts';
import { useJob } from '../../../engine/use-job.ts';
import { targetText } from '../../../predictions/target-text.ts';
import { isBehaviourRun, type Run, runTitle } from '../../../runs/run-facts.ts';
import { AdvancedToggle } from '../../../training/AdvancedToggle.tsx';
import { invalidFields } from '../../../training/finetune-settings.ts';
import { AttributeFields } from './AttributeFields.tsx';
import { initialDraft, targetOf } from './draft.ts';
import { FinetuneSettings } from './FinetuneSettings.tsx';
import { TargetKinds } from './TargetKinds.tsx';
import { WindowFields } from './WindowFields.tsx';

/** Form that defines what to predict for every user, and starts the fine-tuning. */
export function NewPredictionPage() {
  const { t } = useTranslation();
  const targets = useCall('prediction.targets', {});
  const runs = useCall('train.runs', {});
  const job = useJob('prediction.train');
  const finishedRun = job.result?.run;
  useEffect(() => {
    if (finishedRun !== undefined) navigate('predictions', finishedRun);
  }, [finishedRun]);
  const error = targets.error ?? runs.error ?? job.error;
  return (
    <Page
      title={t('predictions.start.title')}
      description={t('predictions.start.description')}
      actions={<BackButton to="predictions" label={t('predictions.all')} />}
    >
      {error !== null && <ErrorNotice error={error} />}
      <JobStatus job={job.job} />
      {job.active ? null : targets.data && runs.data ? (
        <Wizard availableTargets={targets.data} runs={runs.data.runs} onStart={job.start} />
      ) : (
        error === null && <Skeleton height={480} />
      )}
    </Page>
  );
}

interface WizardProps {
  availableTargets: AvailableTargets;
  runs: readonly Run[];
  onStart: ReturnType<typeof useJob<'prediction.train'>>['start'];
}

const FROM_SCRATCH = '';

function Wizard({ availableTargets, runs, onStart }: WizardProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useDraft('prediction.target', () => initialDraft(availableTargets));
  const [config, setConfig] = useDraft('prediction.settings', () => FinetuneConfig.parse({}));
  const [chosenRun, setChosenRun] = useDraft<string | null>('prediction.run', () => null);
  const [advanced, { toggle }] = useDisclosure(false);
  const { kind } = draft;
  const behaviourRuns = runs.filter(isBehaviourRun);
  // Prefers an evaluated run: runs that were pre-trained for a prediction are not evaluated and have seen less data.
  const defaultRun = behaviourRuns.find((candidate) => candidate.evaluation !== null) ?? behaviourRuns[0];
  const isOffered = chosenRun === FROM_SCRATCH || behaviourRuns.some(({ id }) => id === chosenRun);
  const run = (isOffered ? chosenRun : null) ?? defaultRun?.id ?? FROM_SCRATCH;
  const target = targetOf(draft, availableTargets);
  return (
    <Paper withBorder p="lg">
      <Stack gap="lg">
        <TargetKinds
          availableTargets={availableTargets}
          value={kind}
          onChange={(next) => {
            setDraft({ ...draft, kind: next });
            setChosenRun(null);
          }}
        />
        {kind === 'attribute' && (
          <AttributeFields availableTargets={availableTargets} draft={draft} onChange={setDraft} />
        )}
        {kind !== null && kind !== 'attribute' && (
          <WindowFields availableTargets={availableTargets} draft={draft} onChange={setDraft} />
        )}
        {kind !== null && (
          <>
            <Select
              w={360}
              label={t('predictions.run')}
              description={t('predictions.start.runHelp')}
              data={[
                ...behaviourRuns.map((candidate) => ({ value: candidate.id, label: runTitle(candidate) })),
                { value: FROM_SCRATCH, label: t('predictions.start.fresh') },
              ]}
              value={run}
              onChange={setChosenRun}
              allowDeselect={false}
            />
            <AdvancedToggle label={t('training.advanced')} expanded={advanced} onToggle={toggle} />
            <Collapse expanded={advanced}>
              <FinetuneSettings config={config} hasTimeWindow={kind !== 'attribute'} onChange={setConfig} />
            </Collapse>
          </>
        )}
        {target && (
          <Title order={2} fz="md">
            {targetText(t, target)}
          </Title>
        )}
        <Group>
          <Button
            disabled={target === null || invalidFields(config).length > 0}
            onClick={() => target && void onStart({ run: run === FROM_SCRATCH ? null : run, target, config })}
            leftSection={<IconSparkles size={16} aria-hidden />}
          >
            {t('predictions.start.begin')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
