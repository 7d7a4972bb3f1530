import {
  ActionIcon,
  Checkbox,
  Group,
  MultiSelect,
  NumberInput,
  SegmentedControl,
  TagsInput,
  Text,
} from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SearchRange } from '../../../../shared/domain/search-ranges.ts';
import { settingName, useSettingText } from '../../../training/setting-text.ts';
import { allValues, parseValue } from './ranges.ts';

interface RangeRowProps {
  setting: string;
  range: SearchRange;
  invalid: boolean;
  onChange: (range: SearchRange) => void;
  onRemove: () => void;
}

/** Search range of one setting: an interval or a list of values. */
export function RangeRow({ setting, range, invalid, onChange, onRemove }: RangeRowProps) {
  const { t } = useTranslation();
  const name = settingName(t, setting);
  const numeric = 'from' in range || range.values.every((value) => typeof value === 'number');
  return (
    <Group gap="xs" align="center" role="group" aria-label={name}>
      <Text size="sm" fw={500} w={170}>
        {name}
      </Text>
      {numeric ? (
        <SegmentedControl
          size="xs"
          aria-label={t('model.search.kindOf', { setting: name })}
          value={'from' in range ? 'between' : 'values'}
          onChange={(kind) => onChange(kind === 'between' ? toBounds(range) : toValues(range))}
          data={[
            { value: 'between', label: t('model.search.between') },
            { value: 'values', label: t('model.search.oneOf') },
          ]}
        />
      ) : null}
      {'from' in range ? (
        <Bounds name={name} range={range} invalid={invalid} onChange={onChange} />
      ) : (
        <Values setting={setting} name={name} range={range} numeric={numeric} invalid={invalid} onChange={onChange} />
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        onClick={onRemove}
        aria-label={t('model.search.remove', { setting: name })}
      >
        <IconX size={16} />
      </ActionIcon>
    </Group>
  );
}

type Between = Extract<SearchRange, { from: number }>;
type Values = Extract<SearchRange, { values: unknown }>;

interface BoundsProps {
  name: string;
  range: Between;
  invalid: boolean;
  onChange: (range: SearchRange) => void;
}

function Bounds({ name, range, invalid, onChange }: BoundsProps) {
  const { t } = useTranslation();
  const bound = (end: 'from' | 'to') => (
    <NumberInput
      size="xs"
      w={110}
      aria-label={t(end === 'from' ? 'model.search.from' : 'model.search.to', { setting: name })}
      value={range[end]}
      error={invalid}
      onChange={(input) => typeof input === 'number' && onChange({ ...range, [end]: input })}
    />
  );
  return (
    <Group gap="xs" wrap="nowrap" flex={1}>
      {bound('from')}
      <Text size="sm" c="dimmed">
        –
      </Text>
      {bound('to')}
      <Checkbox
        size="xs"
        label={t('model.search.log')}
        checked={range.log}
        onChange={(event) => onChange({ ...range, log: event.currentTarget.checked })}
      />
    </Group>
  );
}

function Values({
  setting,
  name,
  range,
  numeric,
  invalid,
  onChange,
}: Omit<BoundsProps, 'range'> & { setting: string; range: Values; numeric: boolean }) {
  const { t } = useTranslation();
  const text = useSettingText();
  const label = t('model.search.valuesOf', { setting: name });
  if (numeric) {
    return (
      <TagsInput
        size="xs"
        flex={1}
        aria-label={label}
        value={range.values.map(String)}
        error={invalid}
        onChange={(inputs) => onChange({ values: inputs.map(parseValue) })}
      />
    );
  }
  return (
    <MultiSelect
      size="xs"
      flex={1}
      aria-label={label}
      data={allValues(setting).map((value) => ({ value: String(value), label: text('', value) }))}
      value={range.values.map(String)}
      error={invalid}
      onChange={(chosen) => onChange({ values: allValues(setting).filter((value) => chosen.includes(String(value))) })}
    />
  );
}

const toBounds = (range: SearchRange): SearchRange => {
  if ('from' in range) return range;
  const numbers = range.values.map(Number);
  return { from: Math.min(...numbers), to: Math.max(...numbers), log: false };
};

const toValues = (range: SearchRange): SearchRange =>
  'from' in range ? { values: [...new Set([range.from, range.to])] } : range;
