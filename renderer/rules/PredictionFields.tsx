import { Autocomplete, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { namedPredictions } from '../../shared/domain/prediction-name.ts';
import { useCall } from '../engine/use-call.ts';
import { ComparisonSelect } from './ComparisonSelect.tsx';
import type { PredictedPart, PredictionDraft } from './draft.ts';
import { NumberField } from './NumberField.tsx';
import { partsOfPrediction } from './predicted-parts.ts';

interface PredictionFieldsProps {
  condition: PredictionDraft;
  onChange: (condition: PredictionDraft) => void;
}

/** Maximum number of suggested classes. Rankings have one class per item. */
const MAX_SUGGESTED = 100;
const NO_CLASSES: readonly string[] = [];

/** Fields of a condition on a prediction: its most probable class, the probability of a class, or its number. */
export function PredictionFields({ condition, onChange }: PredictionFieldsProps) {
  const { t } = useTranslation();
  const { prediction, part, class: ofClass, op, value } = condition;
  const change = (changes: Partial<PredictionDraft>) => onChange({ ...condition, ...changes });
  const predictions = namedPredictions(useCall('prediction.list', {}).data?.predictions ?? []);
  const known = predictions.get(prediction);
  const names = [...predictions.keys()];
  const scores = useCall('prediction.scores', { run: known?.run ?? '', limit: 1 }, { enabled: known !== undefined });
  const classes = scores.data?.classes ?? NO_CLASSES;
  const parts = partsOfPrediction(known?.kind, classes);
  const choices = parts.includes(part) ? parts : [...parts, part];
  return (
    <>
      <Select
        size="xs"
        w={200}
        aria-label={t('rules.subjects.prediction')}
        data={prediction === '' || known ? names : [...names, prediction]}
        value={prediction === '' ? null : prediction}
        onChange={(name) => {
          if (name === null) return;
          const isNumber = predictions.get(name)?.kind === 'number';
          change({ prediction: name, class: '', part: isNumber ? 'number' : 'class' });
        }}
        allowDeselect={false}
        error={prediction === ''}
      />
      <Select<PredictedPart>
        size="xs"
        w={190}
        aria-label={t('rules.predictedPart')}
        data={choices.map((choice) => ({
          value: choice,
          label: t(choice === 'number' && known?.kind !== 'number' ? 'rules.parts.yes' : `rules.parts.${choice}`),
        }))}
        value={part}
        onChange={(next) => next && change({ part: next, ...(next === 'number' ? { class: '' } : {}) })}
        allowDeselect={false}
      />
      {part !== 'number' && (
        <Autocomplete
          size="xs"
          w={170}
          aria-label={t('rules.class')}
          data={[...new Set(classes)]}
          limit={MAX_SUGGESTED}
          value={ofClass}
          onChange={(name) => change({ class: name })}
          error={ofClass === ''}
        />
      )}
      {part !== 'class' && (
        <>
          <ComparisonSelect value={op} onChange={(next) => change({ op: next })} />
          <NumberField value={value} onChange={(next) => change({ value: next })} width={90} />
        </>
      )}
    </>
  );
}
