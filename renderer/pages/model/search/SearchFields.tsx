import { Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SearchRanges } from '../../../../shared/domain/search-ranges.ts';
import type { Settings } from '../../../training/settings.ts';
import { RangeRow } from './RangeRow.tsx';
import { initialRange, invalidSettings, remainingSettings } from './ranges.ts';
import type { SearchPlan } from './search-plan.ts';

interface SearchFieldsProps {
  plan: SearchPlan;
  /** Settings shared by all trials. */
  settings: Settings;
  onChange: (plan: SearchPlan) => void;
}

/** Duration, method and ranges of a search. */
export function SearchFields({ plan, settings, onChange }: SearchFieldsProps) {
  const { t } = useTranslation();
  const { ranges } = plan;
  const invalid = invalidSettings(ranges);
  const setRanges = (changed: SearchRanges) => onChange({ ...plan, ranges: changed });
  const removeRange = (name: string) =>
    setRanges(Object.fromEntries(Object.entries(ranges).filter(([setting]) => setting !== name)));
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed" maw={820}>
        {t('model.search.text')}
      </Text>
      <Group gap="md" align="flex-start">
        <NumberInput
          w={200}
          label={t('model.search.minutes')}
          value={plan.minutes}
          min={1}
          max={10_000}
          error={plan.minutes > 0 ? undefined : t('training.faults.least', { bound: 1 })}
          onChange={(minutes) => typeof minutes === 'number' && onChange({ ...plan, minutes })}
        />
        <Select
          w={360}
          label={t('model.search.method')}
          data={[
            { value: 'halving', label: t('model.search.halving') },
            { value: 'random', label: t('model.search.random') },
          ]}
          value={plan.method}
          onChange={(method) => onChange({ ...plan, method: method === 'random' ? 'random' : 'halving' })}
          allowDeselect={false}
        />
      </Group>
      <Stack gap="xs" maw={860} role="group" aria-label={t('model.search.ranges')}>
        <Text size="sm" fw={600}>
          {t('model.search.ranges')}
        </Text>
        {Object.entries(ranges).map(([name, range]) => (
          <RangeRow
            key={name}
            setting={name}
            range={range}
            invalid={invalid.includes(name)}
            onChange={(changed) => setRanges({ ...ranges, [name]: changed })}
            onRemove={() => removeRange(name)}
          />
        ))}
        {Object.keys(ranges).length === 0 && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {t('model.search.nothing')}
          </Text>
        )}
        {invalid.length > 0 && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {t('model.search.invalid')}
          </Text>
        )}
        <Select
          size="xs"
          w={240}
          placeholder={t('model.search.add')}
          aria-label={t('model.search.add')}
          data={remainingSettings(ranges).map((name) => ({ value: name, label: t(`training.fields.${name}`) }))}
          value={null}
          onChange={(name) => {
            const field = remainingSettings(ranges).find((setting) => setting === name);
            if (field) setRanges({ ...ranges, [field]: initialRange(field, settings) });
          }}
        />
      </Stack>
    </Stack>
  );
}
