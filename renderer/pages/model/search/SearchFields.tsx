import { Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Input } from '../../../../shared/contract/index.ts';
import type { SearchRanges } from '../../../../shared/domain/search-ranges.ts';
import type { Settings } from '../start/settings.ts';
import { RangeRow } from './RangeRow.tsx';
import { firstRange, unsearched, wrongSettings } from './ranges.ts';

export interface SearchPlan {
  minutes: number;
  method: NonNullable<Input<'train.search'>['method']>;
  ranges: SearchRanges;
}

export const isSound = ({ minutes, ranges }: SearchPlan): boolean =>
  minutes > 0 && Object.keys(ranges).length > 0 && wrongSettings(ranges).length === 0;

interface SearchFieldsProps {
  plan: SearchPlan;
  /** What all trials have in common. */
  settings: Settings;
  onChange: (plan: SearchPlan) => void;
}

/** How long to search, how, and for what. */
export function SearchFields({ plan, settings, onChange }: SearchFieldsProps) {
  const { t } = useTranslation();
  const { ranges } = plan;
  const wrong = wrongSettings(ranges);
  const put = (changed: SearchRanges) => onChange({ ...plan, ranges: changed });
  const without = (name: string) => put(Object.fromEntries(Object.entries(ranges).filter(([one]) => one !== name)));
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed" maw={820}>
        {t('search.text')}
      </Text>
      <Group gap="md" align="flex-start">
        <NumberInput
          w={200}
          label={t('search.minutes')}
          value={plan.minutes}
          min={1}
          max={10_000}
          error={plan.minutes > 0 ? undefined : t('training.faults.least', { bound: 1 })}
          onChange={(minutes) => typeof minutes === 'number' && onChange({ ...plan, minutes })}
        />
        <Select
          w={360}
          label={t('search.method')}
          data={[
            { value: 'halving', label: t('search.halving') },
            { value: 'random', label: t('search.random') },
          ]}
          value={plan.method}
          onChange={(method) => onChange({ ...plan, method: method === 'random' ? 'random' : 'halving' })}
          allowDeselect={false}
        />
      </Group>
      <Stack gap="xs" maw={860} role="group" aria-label={t('search.ranges')}>
        <Text size="sm" fw={600}>
          {t('search.ranges')}
        </Text>
        {Object.entries(ranges).map(([name, range]) => (
          <RangeRow
            key={name}
            setting={name}
            range={range}
            wrong={wrong.includes(name)}
            onChange={(changed) => put({ ...ranges, [name]: changed })}
            onRemove={() => without(name)}
          />
        ))}
        {Object.keys(ranges).length === 0 && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {t('search.nothing')}
          </Text>
        )}
        {wrong.length > 0 && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {t('search.wrong')}
          </Text>
        )}
        <Select
          size="xs"
          w={240}
          placeholder={t('search.add')}
          aria-label={t('search.add')}
          data={unsearched(ranges).map((name) => ({ value: name, label: t(`training.fields.${name}`) }))}
          value={null}
          onChange={(name) => {
            const field = unsearched(ranges).find((one) => one === name);
            if (field) put({ ...ranges, [field]: firstRange(field, settings) });
          }}
        />
      </Stack>
    </Stack>
  );
}
