import { NumberInput, Select, SimpleGrid, Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TrainConfig } from '../../../shared/domain/train-config.ts';
import type { Run } from '../../runs/run-facts.ts';
import { runTitle } from '../../runs/run-facts.ts';
import { FieldInput } from '../../training/FieldInput.tsx';
import { firstIssue } from '../../training/settings.ts';
import type { Draft, TextTrainingInput } from './text-training.ts';

interface TextTrainingSettingsProps {
  draft: Draft;
  input: TextTrainingInput;
  runs: readonly Run[];
  onChange: (changes: Partial<Draft>) => void;
}

const FIELDS = ['width', 'layers', 'epochs', 'batchSize', 'learningRate', 'minCount', 'dropout', 'seed'] as const;

/** Settings with a different meaning for texts, and thus an explanation of their own. */
const TEXT_SPECIFIC = ['width', 'epochs', 'batchSize', 'minCount', 'seed'] as const;
const isTextSpecific = (field: string): field is (typeof TEXT_SPECIFIC)[number] =>
  TEXT_SPECIFIC.some((name) => name === field);

const BOUNDS = { epochs: [1, 1000], members: [1, 20], folds: [2, 20] } as const;
const KEYS = ['epochs', 'members', 'folds'] as const;

/** Advanced settings of a training on texts. */
export function TextTrainingSettings({ draft, input, runs, onChange }: TextTrainingSettingsProps) {
  const { t } = useTranslation();
  if (input.learn === 'words') {
    const settings = TrainConfig.parse(input.config);
    const issue = firstIssue(settings);
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
              issue={issue}
              help={isTextSpecific(field) ? t(`texts.help.${field}`) : undefined}
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
          value={input.config?.[key] ?? ''}
          min={BOUNDS[key][0]}
          max={BOUNDS[key][1]}
          clampBehavior="strict"
          allowDecimal={false}
          onChange={(value) => {
            if (typeof value === 'number' && value >= BOUNDS[key][0])
              onChange({ ratings: { ...draft.ratings, [key]: value } });
          }}
        />
      ))}
    </SimpleGrid>
  );
}
