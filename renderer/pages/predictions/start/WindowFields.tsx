import { Group, MultiSelect, NumberInput, SegmentedControl, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AvailableTargets } from '../../../../shared/contract/prediction.ts';
import { CatalogueLevel } from '../../../../shared/domain/finetune-config.ts';
import { useFormat } from '../../../base/format.ts';
import type { Draft } from './draft.ts';

interface WindowFieldsProps {
  availableTargets: AvailableTargets;
  draft: Draft;
  onChange: (draft: Draft) => void;
}

/** Length of the time window in days and, for targets about items, categories or brands, which ones. */
export function WindowFields({ availableTargets, draft, onChange }: WindowFieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, of, days } = draft;
  const things = CatalogueLevel.options.filter((thing) => availableTargets.popularNames[thing].length > 0);
  const tooLong = days > availableTargets.longestDays;
  return (
    <Stack gap="sm">
      {(kind === 'buys' || kind === 'next') && things.length > 1 && (
        <SegmentedControl
          w="fit-content"
          aria-label={t('predictions.start.of')}
          value={of}
          onChange={(value) => onChange({ ...draft, of: value, names: [] })}
          data={things.map((value) => ({ value, label: t(`predictions.start.things.${value}`) }))}
        />
      )}
      <Group align="flex-start">
        {kind === 'buys' && (
          <MultiSelect
            w={480}
            label={t('predictions.start.names')}
            placeholder={draft.names.length === 0 ? t('predictions.start.namesPlaceholder') : ''}
            data={availableTargets.popularNames[of].map(({ name, title, users }) => ({
              value: name,
              label: `${title ?? name} · ${t('terms.users', { count: users })}`,
            }))}
            value={draft.names}
            onChange={(names) => onChange({ ...draft, names })}
            searchable
            limit={100}
            nothingFoundMessage={t('predictions.start.nothingFound')}
          />
        )}
        <NumberInput
          w={180}
          label={t('predictions.start.days')}
          value={days}
          min={1}
          max={availableTargets.longestDays}
          clampBehavior="none"
          allowDecimal={false}
          error={tooLong ? t('training.faults.most', { bound: availableTargets.longestDays }) : undefined}
          onChange={(input) => typeof input === 'number' && onChange({ ...draft, days: input })}
        />
      </Group>
      <Text size="sm" c="dimmed">
        {t('predictions.start.windowHelp', {
          from: format.day(availableTargets.firstTime ?? Number.NaN),
          to: format.day(availableTargets.lastTime ?? Number.NaN),
          longest: format.number(availableTargets.longestDays),
        })}
      </Text>
    </Stack>
  );
}
