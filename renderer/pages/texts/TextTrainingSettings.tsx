import { Select, SimpleGrid, Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RatingConfig, TextTrainConfig } from '../../../shared/domain/text-presets.ts';
import { type Run, runTitle } from '../../runs/run-facts.ts';
import { FinetuneFields } from '../../training/FinetuneFields.tsx';
import { SettingGroups } from '../../training/SettingGroups.tsx';
import { type Draft, ratingSettings, wordSettings } from './text-training.ts';

interface TextTrainingSettingsProps {
  draft: Draft;
  /** Number of rated texts. */
  rated: number;
  runs: readonly Run[];
  onChange: (changes: Partial<Draft>) => void;
}

/** All advanced settings of a training on texts. */
export function TextTrainingSettings({ draft, rated, runs, onChange }: TextTrainingSettingsProps) {
  return draft.learn === 'words' ? (
    <WordSettings draft={draft} onChange={onChange} />
  ) : (
    <RatingSettings draft={draft} rated={rated} runs={runs} onChange={onChange} />
  );
}

function WordSettings({ draft, onChange }: Pick<TextTrainingSettingsProps, 'draft' | 'onChange'>) {
  const { t } = useTranslation();
  return (
    <Stack gap="lg">
      <Switch
        label={t('texts.wordsOnly')}
        description={t('texts.wordsOnlyHelp')}
        checked={draft.wordsOnly}
        onChange={(event) => onChange({ wordsOnly: event.currentTarget.checked })}
      />
      <SettingGroups
        settings={wordSettings(draft, draft.effort)}
        isShown={(field) => Object.hasOwn(TextTrainConfig.shape, field)}
        help={t('texts.help', { returnObjects: true })}
        onChange={(changes) => onChange({ words: { ...draft.words, ...changes } })}
      />
    </Stack>
  );
}

function RatingSettings({ draft, rated, runs, onChange }: TextTrainingSettingsProps) {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3, xl: 4 }} spacing="md">
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
      <FinetuneFields
        config={ratingSettings(draft, draft.effort, rated)}
        isShown={(field) => Object.hasOwn(RatingConfig.shape, field)}
        help={t('texts.ratingHelp', { returnObjects: true })}
        onChange={(changes) => onChange({ ratings: { ...draft.ratings, ...changes } })}
      />
    </SimpleGrid>
  );
}
