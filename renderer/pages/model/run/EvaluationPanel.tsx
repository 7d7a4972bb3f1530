import { Button, Collapse, Group, Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconGavel } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../../shared/contract/jobs.ts';
import type { Evaluation } from '../../../../shared/contract/train.ts';
import { useFormat } from '../../../base/format.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { JobStatus } from '../../../components/JobStatus.tsx';
import { useJob } from '../../../engine/use-job.ts';
import { compareToBaseline } from '../../../runs/compare-to-baseline.ts';
import type { Run } from '../../../runs/run-facts.ts';
import { BASELINE_VERDICT_STYLES } from '../../../runs/verdict-styles.ts';
import { LearningCurveFigures } from './LearningCurveFigures.tsx';
import { RankersTable } from './RankersTable.tsx';
import { RankingMetricsTable } from './RankingMetricsTable.tsx';
import { verdictText } from './verdict-text.ts';

/** Evaluation of a run: a summary in sentences, and all figures in tables. */
export function EvaluationPanel({ run }: { run: Run }) {
  const { t } = useTranslation();
  const job = useJob('train.evaluate');
  const { evaluation } = run;
  if (!evaluation && job.active) return <Evaluating job={job.job} />;
  return (
    <Paper withBorder p="md" component="section" aria-label={t('model.run.title')}>
      <Stack gap="md">
        <Group justify="space-between" align="flex-start">
          {evaluation ? <Headline evaluation={evaluation} /> : <NotEvaluated />}
          <Button
            size="xs"
            variant={evaluation ? 'default' : 'filled'}
            loading={job.active}
            onClick={() => job.start({ run: run.id })}
            flex="none"
          >
            {t(evaluation ? 'model.run.evaluateAgain' : 'model.run.evaluate')}
          </Button>
        </Group>
        {job.error !== null && <ErrorNotice error={job.error} />}
        {evaluation && <Figures evaluation={evaluation} />}
      </Stack>
    </Paper>
  );
}

/** Progress of the evaluation that is running or queued, in place of the verdict. */
function Evaluating({ job }: { job: Job | undefined }) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" component="section" aria-label={t('model.run.title')}>
      <Title order={2}>{t('model.run.evaluating')}</Title>
      <Text size="sm" c="dimmed" maw={760}>
        {t('model.run.notYetText')}
      </Text>
      <JobStatus job={job} />
    </Stack>
  );
}

function NotEvaluated() {
  const { t } = useTranslation();
  return (
    <Group wrap="nowrap" align="flex-start">
      <ThemeIcon size={40} radius="xl" variant="light" color="gray" aria-hidden>
        <IconGavel size={22} stroke={1.6} />
      </ThemeIcon>
      <Stack gap={2}>
        <Title order={2}>{t('model.run.notYetTitle')}</Title>
        <Text size="sm" c="dimmed" maw={760}>
          {t('model.run.notYetText')}
        </Text>
      </Stack>
    </Group>
  );
}

function Headline({ evaluation }: { evaluation: Evaluation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { better } = compareToBaseline(evaluation);
  const { icon: VerdictIcon, colour } = BASELINE_VERDICT_STYLES[better];
  return (
    <Group wrap="nowrap" align="flex-start">
      <ThemeIcon size={40} radius="xl" variant="light" color={colour} aria-hidden>
        <VerdictIcon size={24} />
      </ThemeIcon>
      <Stack gap={4}>
        <Title order={2}>{t(`model.run.headline.${better}`)}</Title>
        {verdictText(t, format, evaluation).map((sentence) => (
          <Text key={sentence} size="md" maw={820}>
            {sentence}
          </Text>
        ))}
      </Stack>
    </Group>
  );
}

function Figures({ evaluation }: { evaluation: Evaluation }) {
  const { t } = useTranslation();
  const [allShown, { toggle }] = useDisclosure(false);
  return (
    <>
      <RankersTable evaluation={evaluation} />
      {evaluation.skipped.length > 0 && (
        <Text size="sm" c="dimmed">
          {evaluation.skipped
            .map(({ baseline, reason }) =>
              t(`model.run.skipped.${reason}`, { rule: t(`model.run.baselines.${baseline}`) }),
            )
            .join(' ')}
        </Text>
      )}
      <Group>
        <Button size="xs" variant="subtle" onClick={toggle} aria-expanded={allShown}>
          {t(allShown ? 'model.run.fewer' : 'model.run.all')}
        </Button>
      </Group>
      <Collapse expanded={allShown}>
        <Stack gap="md">
          <RankingMetricsTable evaluation={evaluation} />
          {evaluation.verdict && <LearningCurveFigures verdict={evaluation.verdict} />}
          {evaluation.ranksFile && (
            <Text size="sm" c="dimmed">
              {t('model.run.ranksFile', { file: evaluation.ranksFile })}
            </Text>
          )}
        </Stack>
      </Collapse>
    </>
  );
}
