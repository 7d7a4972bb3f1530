import { Button, Group, Paper, Text } from '@mantine/core';
import { IconArrowRight, IconCircleCheckFilled, IconCircleDashed, IconCircleDot } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyError } from '../base/notify.tsx';
import { hashOf, type Page } from '../base/route.ts';
import { useCall } from '../engine/use-call.ts';
import { useJob } from '../engine/use-job.ts';
import { useWorkspace } from '../engine/use-workspace.ts';
import { nextStep, progressOf, type Step, stepPage, steps } from './workflow.ts';

interface NextStepProps {
  currentPage: Page;
  /** Whether the page already shows the training form, so that no link to it is needed. */
  formShown?: boolean;
}

/** Shows which steps of the workflow are done, with a button for the next step; renders nothing once all are done. */
export function NextStep({ currentPage: here, formShown = false }: NextStepProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const runs = useCall('train.runs', {}, { enabled: workspace != null }).data?.runs;
  if (!workspace || !runs) return null;
  const next = nextStep(progressOf(workspace, runs));
  if (!next) return null;
  return (
    <Paper withBorder px="md" py="xs" component="section" aria-label={t('terms.flow.label')}>
      <Group justify="space-between" mih={36} gap="xs">
        <Group gap="4px 20px">
          {steps.map((step) => (
            <StepIndicator key={step} step={step} next={next} />
          ))}
        </Group>
        <Group gap="4px 16px">
          <Text size="sm" c="dimmed">
            {t(`terms.flow.texts.${next}`)}
          </Text>
          {next === 'profiles' ? (
            <ComputeProfiles run={runs.find(({ kind }) => kind === 'behaviour')?.id} />
          ) : (
            (next === 'train' ? !formShown : stepPage[next] !== here) && <StepLink step={next} />
          )}
        </Group>
      </Group>
    </Paper>
  );
}

function StepLink({ step }: { step: Exclude<Step, 'profiles'> }) {
  const { t } = useTranslation();
  const href = step === 'train' ? hashOf('models', null, { new: 'behaviour' }) : hashOf(stepPage[step]);
  return (
    <Button component="a" href={href} size="xs" rightSection={<IconArrowRight size={15} aria-hidden />}>
      {t(`terms.flow.steps.${step}`)}
    </Button>
  );
}

/** Button that computes the profiles of the newest run, which exists once this is the next step. */
function ComputeProfiles({ run }: { run: string | undefined }) {
  const { t } = useTranslation();
  const { start, active, error } = useJob('profile.compute');
  useEffect(() => {
    if (error !== null) notifyError(error);
  }, [error]);
  return (
    <Button size="xs" loading={active} onClick={() => run !== undefined && void start({ run })}>
      {t('terms.computeProfiles')}
    </Button>
  );
}

function StepIndicator({ step, next }: { step: Step; next: Step }) {
  const { t } = useTranslation();
  const distance = steps.indexOf(step) - steps.indexOf(next);
  const Icon = distance < 0 ? IconCircleCheckFilled : distance === 0 ? IconCircleDot : IconCircleDashed;
  const colour = distance < 0 ? 'teal' : distance === 0 ? 'var(--mantine-primary-color-filled)' : 'dimmed';
  return (
    <Group gap={6} wrap="nowrap">
      <Text c={colour} lh={0} component="span">
        <Icon size={17} stroke={1.8} aria-hidden />
      </Text>
      <Text size="sm" fw={distance === 0 ? 600 : 400} {...(distance > 0 ? { c: 'dimmed' } : {})}>
        {t(`terms.flow.steps.${step}`)}
      </Text>
    </Group>
  );
}
