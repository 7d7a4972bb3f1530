import { Badge, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AvailableTargets } from '../../../../shared/contract/prediction.ts';
import { useFormat } from '../../../base/format.ts';
import { type Draft, parseBounds, taskTypesOf, withAttribute } from './draft.ts';

interface FieldsProps {
  availableTargets: AvailableTargets;
  draft: Draft;
  onChange: (draft: Draft) => void;
}

/** Selects the declared attribute to predict, and the task type. */
export function AttributeFields({ availableTargets, draft, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const attribute = availableTargets.attributes.find(({ name }) => name === draft.attribute);
  const numberText = (value: number) => format.number(value, Number.isInteger(value) ? 0 : 2);
  return (
    <Stack gap="sm">
      <Group align="flex-start">
        <Select
          w={360}
          label={t('predictions.start.attribute')}
          data={availableTargets.attributes.map(({ name, users, obstacle }) => ({
            value: name,
            label: `${name} · ${obstacle ? t(`predictions.start.obstacleShort.${obstacle}`) : t('terms.users', { count: users })}`,
            disabled: obstacle !== null,
          }))}
          value={draft.attribute}
          onChange={(name) => {
            const chosenAttribute = availableTargets.attributes.find((candidate) => candidate.name === name);
            if (chosenAttribute) onChange(withAttribute(draft, chosenAttribute));
          }}
          allowDeselect={false}
        />
        {attribute && taskTypesOf(attribute).length > 1 && (
          <Select
            w={240}
            label={t('predictions.start.as')}
            data={taskTypesOf(attribute).map((taskType) => ({
              value: taskType,
              label: t(`predictions.start.ways.${taskType}`),
            }))}
            value={draft.as}
            onChange={(chosenType) => {
              const as = taskTypesOf(attribute).find((taskType) => taskType === chosenType);
              if (as) onChange({ ...draft, as });
            }}
            allowDeselect={false}
          />
        )}
        {draft.as === 'bands' && (
          <TextInput
            w={280}
            label={t('predictions.start.bands')}
            value={draft.bands}
            error={parseBounds(draft.bands) ? undefined : t('predictions.start.badBands')}
            onChange={(event) => onChange({ ...draft, bands: event.currentTarget.value })}
          />
        )}
      </Group>
      {attribute?.range ? (
        <Text size="sm" c="dimmed">
          {t('predictions.start.range', {
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
                {t('predictions.start.moreValues', {
                  count: attribute.distinct - Math.min(SHOWN, attribute.values.length),
                })}
              </Text>
            )}
          </Group>
        )
      )}
    </Stack>
  );
}

const SHOWN = 12;
