import { Autocomplete, Select, TagsInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Comparison, comparisons } from '../../shared/domain/rule.ts';
import { useCall } from '../engine/use-call.ts';
import type { AttributeDraft } from './draft.ts';
import { valueFrom } from './parse-value.ts';
import type { RuleNames } from './use-rule-editor.ts';

interface AttributeFieldsProps {
  condition: AttributeDraft;
  names: RuleNames;
  onChange: (condition: AttributeDraft) => void;
}

const IN = 'in';

/** Fields of a condition on a user attribute: attribute, comparison, and one or several values. */
export function AttributeFields({ condition, names, onChange }: AttributeFieldsProps) {
  const { t } = useTranslation();
  const { attribute, op, values } = condition;
  const change = (changes: Partial<AttributeDraft>) => onChange({ ...condition, ...changes });
  const isKnown = names.attributes.includes(attribute) || attribute === '';
  return (
    <>
      <Select
        size="xs"
        w={150}
        aria-label={t('rules.attribute')}
        data={isKnown ? [...names.attributes] : [...names.attributes, attribute]}
        value={attribute}
        onChange={(name) => name && change({ attribute: name, values: [] })}
        allowDeselect={false}
        error={attribute === ''}
      />
      <Select
        size="xs"
        w={130}
        aria-label={t('rules.comparison')}
        data={[...comparisons, IN].map((value) => ({ value, label: t(`rules.is.${parseOperator(value)}`) }))}
        value={op}
        onChange={(value) =>
          value && change({ op: parseOperator(value), values: values.slice(0, value === IN ? undefined : 1) })
        }
        allowDeselect={false}
      />
      <ValueFields condition={condition} onChange={(newValues) => change({ values: newValues })} />
    </>
  );
}

function ValueFields({
  condition: { attribute, op, values },
  onChange,
}: {
  condition: AttributeDraft;
  onChange: (values: AttributeDraft['values']) => void;
}) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const inputText = op === IN ? search : String(values[0] ?? '');
  const [text] = useDebouncedValue(inputText, 200);
  const { data } = useCall('names.suggest', { of: { kind: 'value', attribute }, text }, { keepPrevious: true });
  const suggestions = [...new Set(data?.names.map(({ name }) => name))];
  const common = {
    size: 'xs',
    'aria-label': t('rules.value'),
    data: suggestions,
    error: values.length === 0,
    filter: ({ options }) => options,
  } as const satisfies Partial<Parameters<typeof Autocomplete>[0]>;
  if (op === IN) {
    return (
      <TagsInput
        {...common}
        miw={220}
        searchValue={search}
        onSearchChange={setSearch}
        value={values.map(String)}
        onChange={(names) => onChange(names.map(valueFrom))}
      />
    );
  }
  return (
    <Autocomplete
      {...common}
      w={170}
      value={inputText}
      onChange={(value) => onChange(value === '' ? [] : [valueFrom(value)])}
    />
  );
}

function parseOperator(value: string): AttributeDraft['op'] {
  return value === IN ? IN : Comparison.parse(value);
}
