import { NumberInput, Select, SimpleGrid, Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TrainConfig } from '../../../shared/domain/train-config.ts';
import type { Run } from '../model/runs/RunsTable.tsx';
import { runTitle } from '../model/runs/run-facts.ts';
import { FieldInput } from '../model/start/FieldInput.tsx';
import { faultOf } from '../model/start/settings.ts';
import type { Draft, Lesson } from './text-training.ts';

interface LessonSettingsProps {
  draft: Draft;
  lesson: Lesson;
  runs: readonly Run[];
  onChange: (changes: Partial<Draft>) => void;
}

const FIELDS = ['width', 'layers', 'epochs', 'batchSize', 'learningRate', 'minCount', 'dropout', 'seed'] as const;

/** Settings that mean another thing for texts than for behaviour. */
const OWN = ['width', 'epochs', 'batchSize', 'minCount', 'seed'] as const;
const isOwn = (field: string): field is (typeof OWN)[number] => OWN.some((one) => one === field);

const BOUNDS = { epochs: [1, 1000], members: [1, 20], folds: [2, 20] } as const;
const KEYS = ['epochs', 'members', 'folds'] as const;

/** What can be set of a training on texts, for those who want to. */
export function LessonSettings({ draft, lesson, runs, onChange }: LessonSettingsProps) {
  const { t } = useTranslation();
  if (lesson.learn === 'words') {
    const settings = TrainConfig.parse(lesson.config);
    const fault = faultOf(settings);
    return (
      <Stack gap="md">
        <Switch
          label={t('texts.wordsOnly')}
          description={t('texts.wordsOnlyHelp')}
          checked={draft.wordsOnly}
          onChange={(event) => onChange({ wordsOnly: event.currentTarget.checked })}
        />
        <SimpleGrid cols={{ base: 3, xl: 4 }} spacing="md">
          {FIELDS.map((field) => (
            <FieldInput
              key={field}
              field={field}
              settings={settings}
              fault={fault}
              help={isOwn(field) ? t(`texts.help.${field}`) : undefined}
              onChange={(changes) => onChange({ words: { ...draft.words, ...changes } })}
            />
          ))}
        </SimpleGrid>
      </Stack>
    );
  }
  return (
    <SimpleGrid cols={{ base: 3, xl: 4 }} spacing="md" maw={860}>
      <Select
        label={t('texts.start')}
        data={[
          { value: '', label: t('texts.fresh') },
          ...runs.filter(({ kind }) => kind === 'text').map((run) => ({ value: run.id, label: runTitle(run) })),
        ]}
        value={draft.run ?? ''}
        onChange={(chosen) => onChange({ run: chosen || null })}
        allowDeselect={false}
      />
      {KEYS.map((key) => (
        <NumberInput
          key={key}
          label={t(`texts.settings.${key}`)}
          value={lesson.config?.[key] ?? ''}
          min={BOUNDS[key][0]}
          max={BOUNDS[key][1]}
          clampBehavior="strict"
          allowDecimal={false}
          onChange={(typed) => {
            if (typeof typed === 'number' && typed >= BOUNDS[key][0])
              onChange({ ratings: { ...draft.ratings, [key]: typed } });
          }}
        />
      ))}
    </SimpleGrid>
  );
}
