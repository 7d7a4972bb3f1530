import { Group, MultiSelect, NumberInput, SegmentedControl, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Offered } from '../../../../shared/contract/finetune.ts';
import { Things } from '../../../../shared/domain/finetune-config.ts';
import { useFormat } from '../../../base/format.ts';
import type { Draft } from './draft.ts';

interface WindowFieldsProps {
  offered: Offered;
  draft: Draft;
  onChange: (draft: Draft) => void;
}

/** Within how many days, and, where it is about things, which. */
export function WindowFields({ offered, draft, onChange }: WindowFieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, of, days } = draft;
  const things = Things.options.filter((one) => offered.things[one].length > 0);
  const tooLong = days > offered.longestDays;
  return (
    <Stack gap="sm">
      {(kind === 'buys' || kind === 'next') && things.length > 1 && (
        <SegmentedControl
          w="fit-content"
          aria-label={t('predict.of')}
          value={of}
          onChange={(value) => onChange({ ...draft, of: value, names: [] })}
          data={things.map((value) => ({ value, label: t(`predict.things.${value}`) }))}
        />
      )}
      <Group align="flex-start">
        {kind === 'buys' && (
          <MultiSelect
            w={480}
            label={t('predict.names')}
            placeholder={draft.names.length === 0 ? t('predict.namesPlaceholder') : ''}
            data={offered.things[of].map(({ name, title, users }) => ({
              value: name,
              label: `${title ?? name} · ${t('terms.users', { count: users })}`,
            }))}
            value={draft.names}
            onChange={(names) => onChange({ ...draft, names })}
            searchable
            limit={100}
            nothingFoundMessage={t('predict.nothingFound')}
          />
        )}
        <NumberInput
          w={180}
          label={t('predict.days')}
          value={days}
          min={1}
          max={offered.longestDays}
          clampBehavior="none"
          allowDecimal={false}
          error={tooLong ? t('training.faults.most', { bound: offered.longestDays }) : undefined}
          onChange={(typed) => typeof typed === 'number' && onChange({ ...draft, days: typed })}
        />
      </Group>
      <Text size="sm" c="dimmed">
        {t('predict.windowHelp', {
          from: format.day(offered.firstTime ?? Number.NaN),
          to: format.day(offered.lastTime ?? Number.NaN),
          longest: format.number(offered.longestDays),
        })}
      </Text>
    </Stack>
  );
}
