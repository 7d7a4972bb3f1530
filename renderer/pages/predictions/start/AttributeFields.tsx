import { Badge, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Offered } from '../../../../shared/contract/finetune.ts';
import { useFormat } from '../../../base/format.ts';
import { boundsOf, type Draft, waysOf, withAttribute } from './draft.ts';

interface FieldsProps {
  offered: Offered;
  draft: Draft;
  onChange: (draft: Draft) => void;
}

/** Which declared attribute is to be predicted, and as what. */
export function AttributeFields({ offered, draft, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const attribute = offered.attributes.find(({ name }) => name === draft.attribute);
  const numberText = (value: number) => format.number(value, Number.isInteger(value) ? 0 : 2);
  return (
    <Stack gap="sm">
      <Group align="flex-start">
        <Select
          w={360}
          label={t('predict.attribute')}
          data={offered.attributes.map(({ name, users, obstacle }) => ({
            value: name,
            label: `${name} · ${obstacle ? t(`predict.obstacleShort.${obstacle}`) : t('terms.users', { count: users })}`,
            disabled: obstacle !== null,
          }))}
          value={draft.attribute}
          onChange={(name) => {
            const chosen = offered.attributes.find((one) => one.name === name);
            if (chosen) onChange(withAttribute(draft, chosen));
          }}
          allowDeselect={false}
        />
        {attribute && waysOf(attribute).length > 1 && (
          <Select
            w={240}
            label={t('predict.as')}
            data={waysOf(attribute).map((way) => ({ value: way, label: t(`predict.ways.${way}`) }))}
            value={draft.as}
            onChange={(way) => {
              const as = waysOf(attribute).find((one) => one === way);
              if (as) onChange({ ...draft, as });
            }}
            allowDeselect={false}
          />
        )}
        {draft.as === 'bands' && (
          <TextInput
            w={280}
            label={t('predict.bands')}
            value={draft.bands}
            error={boundsOf(draft.bands) ? undefined : t('predict.badBands')}
            onChange={(event) => onChange({ ...draft, bands: event.currentTarget.value })}
          />
        )}
      </Group>
      {attribute?.range ? (
        <Text size="sm" c="dimmed">
          {t('predict.range', {
            low: numberText(attribute.range.low),
            median: numberText(attribute.range.median),
            high: numberText(attribute.range.high),
          })}
        </Text>
      ) : (
        attribute && (
          <Group gap={6}>
            {attribute.values.slice(0, SHOWN).map(({ value, users }) => (
              <Badge key={value} variant="light" color="gray" tt="none" fw={500}>
                {value} · {format.number(users)}
              </Badge>
            ))}
            {attribute.distinct > SHOWN && (
              <Text size="sm" c="dimmed">
                {t('predict.moreValues', { count: attribute.distinct - Math.min(SHOWN, attribute.values.length) })}
              </Text>
            )}
          </Group>
        )
      )}
    </Stack>
  );
}

const SHOWN = 12;
