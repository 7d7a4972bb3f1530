import { Button, Collapse, Group, Radio, SimpleGrid, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight, IconPlayerPlayFilled } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { TrainPreset } from '../../../shared/domain/train-presets.ts';
import { useAction } from '../../engine/use-action.ts';
import type { Run } from '../../runs/run-facts.ts';
import { TextEffort } from './TextEffort.tsx';
import { type Draft, type TextCounts, type TextTrainingInput, textTrainingInput } from './text-training.ts';

// Loaded when they are shown, because most trainings use a preset.
const TextTrainingSettings = lazy(async () => ({
  default: (await import('./TextTrainingSettings.tsx')).TextTrainingSettings,
}));

interface TextTrainingProps {
  draft: Draft;
  counts: TextCounts;
  runs: readonly Run[];
  /** Whether another training is running, so that none can start. */
  disabled: boolean;
  onChange: (changes: Partial<Draft>) => void;
  onStart: (input: TextTrainingInput) => Promise<void>;
}

/** Preset and advanced settings of a training on texts, and the button that starts it. */
export function TextTraining({ draft, counts, runs, disabled, onChange, onStart }: TextTrainingProps) {
  const { t } = useTranslation();
  const [expanded, { toggle }] = useDisclosure(false);
  const starting = useAction(onStart);
  const input = textTrainingInput(draft, draft.effort, counts);
  const Chevron = expanded ? IconChevronDown : IconChevronRight;
  return (
    <>
      <Radio.Group
        value={draft.effort}
        onChange={(value) => onChange({ effort: TrainPreset.catch('quick').parse(value) })}
        label={t('training.effort')}
      >
        <SimpleGrid mt={6} cols={{ base: 1, xs: 2 }} maw={860}>
          {TrainPreset.options.map((preset) => (
            <TextEffort
              key={preset}
              effort={preset}
              learn={draft.learn}
              input={textTrainingInput(draft, preset, counts)}
            />
          ))}
        </SimpleGrid>
      </Radio.Group>
      <Button
        variant="transparent"
        px={0}
        w="fit-content"
        onClick={toggle}
        aria-expanded={expanded}
        color="gray"
        leftSection={<Chevron size={16} aria-hidden />}
      >
        {t('training.advanced')}
      </Button>
      <Collapse expanded={expanded}>
        {expanded && (
          <Suspense fallback={<Skeleton height={480} />}>
            <TextTrainingSettings draft={draft} rated={counts.rated} runs={runs} onChange={onChange} />
          </Suspense>
        )}
      </Collapse>
      <Group>
        <Button
          loading={starting.busy}
          disabled={disabled || input === null}
          onClick={() => input && void starting.start(input)}
          leftSection={<IconPlayerPlayFilled size={16} aria-hidden />}
        >
          {t('texts.begin')}
        </Button>
      </Group>
    </>
  );
}
