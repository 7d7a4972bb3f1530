import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../base/format.ts';
import { BehaviourFilters } from './BehaviourFilters.tsx';
import { ComparisonSelect } from './ComparisonSelect.tsx';
import type { BehaviourDraft } from './draft.ts';
import { NumberField } from './NumberField.tsx';
import type { RuleNames } from './use-rule-editor.ts';

interface BehaviourFieldsProps {
  condition: BehaviourDraft;
  names: RuleNames;
  onChange: (condition: BehaviourDraft) => void;
}

/** Select value for any action; no action has an empty name. */
const ANY = '';

/** Fields of a condition on the number or total amount of behaviours, with filters by object, time and price. */
export function BehaviourFields({ condition, names, onChange }: BehaviourFieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const change = (changes: Partial<BehaviourDraft>) => onChange({ ...condition, ...changes });
  const [opened, setOpened] = useState(false);
  const { category, brand, item, days, from, to, hours, price } = condition;
  const isFiltered =
    [category, brand, item, days, from, to].some((part) => part !== '') || hours !== null || price.length > 0;
  const showFilters = opened || isFiltered;
  const isKnownAction = condition.action === null || names.actions.includes(condition.action);
  const actions = isKnownAction ? names.actions : [...names.actions, condition.action ?? ANY];
  return (
    <>
      <Select
        size="xs"
        w={128}
        aria-label={t('rules.action')}
        data={[
          { value: ANY, label: t('rules.anyAction') },
          ...actions.map((name) => ({ value: name, label: format.action(name) })),
        ]}
        value={condition.action ?? ANY}
        onChange={(action) => change({ action: action || null })}
        allowDeselect={false}
        searchable={names.actions.length > 8}
      />
      <ComparisonSelect value={condition.op} onChange={(op) => change({ op })} />
      <NumberField value={condition.value} onChange={(value) => change({ value })} width={80} />
      {showFilters ? (
        <BehaviourFilters condition={condition} change={change} />
      ) : (
        <Button size="xs" variant="subtle" px={6} onClick={() => setOpened(true)}>
          {t('rules.more')}
        </Button>
      )}
    </>
  );
}
