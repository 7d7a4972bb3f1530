import { Button, Collapse, Group, Paper, Select, Skeleton, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight, IconSparkles } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Offered } from '../../../../shared/contract/finetune.ts';
import { HeadConfig } from '../../../../shared/domain/finetune-config.ts';
import { go } from '../../../base/use-route.ts';
import { BackButton } from '../../../components/BackButton.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { JobStatus } from '../../../components/JobStatus.tsx';
import { Page } from '../../../components/Page.tsx';
import { useCall } from '../../../engine/use-call.ts';
import { useJob } from '../../../engine/use-job.ts';
import type { Run } from '../../model/runs/RunsTable.tsx';
import { runTitle } from '../../model/runs/run-facts.ts';
import { AttributeFields } from './AttributeFields.tsx';
import { firstDraft, targetOf } from './draft.ts';
import { HeadSettings, isSoundHead } from './FinetuneSettings.tsx';
import { TargetKinds } from './TargetKinds.tsx';
import { targetText } from './target-text.ts';
import { WindowFields } from './WindowFields.tsx';

/** Asks what is to be predicted of every user, in words, and has it learnt. */
export function PredictPage() {
  const { t } = useTranslation();
  const targets = useCall('finetune.targets', {});
  const runs = useCall('train.runs', {});
  const job = useJob('finetune.start');
  const finished = job.result?.run;
  useEffect(() => {
    if (finished !== undefined) go('model', finished);
  }, [finished]);
  const error = targets.error ?? runs.error ?? job.error;
  return (
    <Page
      title={t('predict.title')}
      description={t('predict.description')}
      actions={<BackButton to="model" label={t('compare.back')} />}
    >
      {error !== null && <ErrorNotice error={error} />}
      <JobStatus job={job.job} />
      {job.active ? null : targets.data && runs.data ? (
        <Wizard offered={targets.data} runs={runs.data.runs} onStart={job.start} />
      ) : (
        error === null && <Skeleton height={480} />
      )}
    </Page>
  );
}

interface WizardProps {
  offered: Offered;
  runs: readonly Run[];
  onStart: ReturnType<typeof useJob<'finetune.start'>>['start'];
}

const FRESH = '';

function Wizard({ offered, runs, onStart }: WizardProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => firstDraft(offered));
  const [config, setConfig] = useState(() => HeadConfig.parse({}));
  const [chosen, setChosen] = useState<string | null>(null);
  const [advanced, { toggle }] = useDisclosure(false);
  const { kind } = draft;
  const fitting = runs.filter((run) => run.kind === 'behaviour');
  // Runs that predictions had trained for themselves are not judged, and know less.
  const usual = fitting.find((run) => run.evaluation !== null) ?? fitting[0];
  const run = chosen ?? usual?.id ?? FRESH;
  const target = targetOf(draft, offered);
  const Chevron = advanced ? IconChevronDown : IconChevronRight;
  return (
    <Paper withBorder p="lg">
      <Stack gap="lg">
        <TargetKinds
          offered={offered}
          value={kind}
          onChange={(next) => {
            setDraft({ ...draft, kind: next });
            setChosen(null);
          }}
        />
        {kind === 'attribute' && <AttributeFields offered={offered} draft={draft} onChange={setDraft} />}
        {kind !== null && kind !== 'attribute' && <WindowFields offered={offered} draft={draft} onChange={setDraft} />}
        {kind !== null && (
          <>
            <Select
              w={360}
              label={t('predict.run')}
              description={t('predict.runHelp')}
              data={[
                ...fitting.map((one) => ({ value: one.id, label: runTitle(one) })),
                { value: FRESH, label: t('predict.fresh') },
              ]}
              value={run}
              onChange={setChosen}
              allowDeselect={false}
            />
            <UnstyledButton onClick={toggle} aria-expanded={advanced} w="fit-content">
              <Group gap={4}>
                <Chevron size={16} aria-hidden />
                <Text size="sm">{t('training.advanced')}</Text>
              </Group>
            </UnstyledButton>
            <Collapse expanded={advanced}>
              <HeadSettings config={config} window={kind !== 'attribute'} onChange={setConfig} />
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
            disabled={target === null || !isSoundHead(config)}
            onClick={() => target && void onStart({ run: run === FRESH ? null : run, target, config })}
            leftSection={<IconSparkles size={16} aria-hidden />}
          >
            {t('predict.begin')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
