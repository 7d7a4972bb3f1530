import { Button, Group, Paper, Text } from '@mantine/core';
import { IconArrowRight, IconCircleCheckFilled, IconCircleDashed, IconCircleDot } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { hashOf, type Page } from '../base/route.ts';
import { useCall } from '../engine/use-call.ts';
import { useWorkspace } from '../engine/use-workspace.ts';
import { nextStep, progressOf, type Step, stepPage, steps } from './workflow.ts';

/** Shows which steps of the workflow are done and links to the next; nothing once all are done. */
export function NextStep({ currentPage: here }: { currentPage: Page }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const runs = useCall('train.runs', {}, { enabled: workspace != null }).data?.runs;
  if (!workspace || !runs) return null;
  const next = nextStep(progressOf(workspace, runs));
  if (!next) return null;
  const onOtherPage = stepPage[next] !== here;
  return (
    <Paper withBorder px="md" py="xs" component="section" aria-label={t('terms.flow.label')}>
      <Group justify="space-between" wrap="nowrap" mih={36}>
        <Group gap="lg" wrap="nowrap">
          {steps.map((step) => (
            <StepIndicator key={step} step={step} next={next} />
          ))}
        </Group>
        <Group gap="md" wrap="nowrap">
          <Text size="sm" c="dimmed" truncate>
            {t(`terms.flow.texts.${next}`)}
          </Text>
          {onOtherPage && (
            <Button
              component="a"
              href={hashOf(stepPage[next])}
              size="xs"
              rightSection={<IconArrowRight size={15} aria-hidden />}
            >
              {t(`terms.flow.steps.${next}`)}
            </Button>
          )}
        </Group>
      </Group>
    </Paper>
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
