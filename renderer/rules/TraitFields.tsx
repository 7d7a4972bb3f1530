import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall } from '../engine/use-call.ts';
import { ComparisonSelect } from './ComparisonSelect.tsx';
import type { TraitDraft } from './draft.ts';
import { NumberField } from './NumberField.tsx';

interface TraitFieldsProps {
  condition: TraitDraft;
  onChange: (condition: TraitDraft) => void;
}

/** Fields of a condition on a computed trait. */
export function TraitFields({ condition, onChange }: TraitFieldsProps) {
  const { t } = useTranslation();
  const { trait, op, value } = condition;
  const traits = useCall('traits.list', {}).data?.traits ?? [];
  const kind = traits.find(({ name }) => name === trait)?.kind ?? (typeof value === 'number' ? 'number' : 'text');
  const names = traits.map(({ name }) => name);
  return (
    <>
      <Select
        size="xs"
        w={200}
        aria-label={t('rules.subjects.trait')}
        data={trait === '' || names.includes(trait) ? names : [...names, trait]}
        value={trait === '' ? null : trait}
        onChange={(name) => name !== null && onChange({ ...condition, trait: name, value: '' })}
        allowDeselect={false}
        searchable
        error={trait === ''}
      />
      <ComparisonSelect value={op} onChange={(next) => onChange({ ...condition, op: next })} />
      {kind === 'number' ? (
        <NumberField
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange({ ...condition, value: next })}
          width={110}
        />
      ) : (
        <TextInput
          size="xs"
          w={170}
          aria-label={t('rules.value')}
          value={String(value)}
          onChange={(event) => onChange({ ...condition, value: event.currentTarget.value })}
          error={value === ''}
        />
      )}
    </>
  );
}
