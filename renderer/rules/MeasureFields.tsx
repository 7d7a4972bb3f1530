import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Measure, measures } from '../../shared/domain/rule.ts';
import { ComparisonSelect } from './ComparisonSelect.tsx';
import type { MeasureDraft } from './draft.ts';
import { NumberField } from './NumberField.tsx';

interface MeasureFieldsProps {
  condition: MeasureDraft;
  onChange: (condition: MeasureDraft) => void;
}

/** Fields of a condition on a user's recency, purchases, money, events or sessions. */
export function MeasureFields({ condition, onChange }: MeasureFieldsProps) {
  const { t } = useTranslation();
  const change = (changes: Partial<MeasureDraft>) => onChange({ ...condition, ...changes });
  return (
    <>
      <Select
        size="xs"
        w={150}
        aria-label={t('rules.measure')}
        data={measures.map((name) => ({ value: name, label: t(`terms.measures.${name}`) }))}
        value={condition.measure}
        onChange={(measure) => change({ measure: Measure.parse(measure) })}
        allowDeselect={false}
      />
      <ComparisonSelect value={condition.op} onChange={(op) => change({ op })} />
      <NumberField value={condition.value} onChange={(value) => change({ value })} />
    </>
  );
}
