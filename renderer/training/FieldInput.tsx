import { Checkbox, Group, NumberInput, Select, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { choices, type Field, fieldNames, inputSteps, isChoice, type SettingIssue, type Settings } from './settings.ts';

interface FieldInputProps {
  field: Field;
  settings: Settings;
  issue: SettingIssue | null;
  /** Explanation that replaces the usual one. */
  help?: string | undefined;
  onChange: (changes: Partial<Settings>) => void;
}

/** Input for one setting, by the type of its value, with its explanation. */
export function FieldInput({ field, settings, issue, help, onChange }: FieldInputProps) {
  const { t } = useTranslation();
  const value = settings[field];
  const error =
    issue?.field === field && t(`training.faults.${issue.kind}`, { bound: 'bound' in issue ? issue.bound : '' });
  const label = t(`training.fields.${field}`);
  const description = help ?? t(`training.help.${field}`);
  const order: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];
  if (isChoice(field)) {
    return (
      <Select
        label={label}
        description={description}
        inputWrapperOrder={order}
        data={choices[field].map((name) => ({ value: name, label: t(`training.choices.${name}`) }))}
        value={String(value)}
        onChange={(chosen) => onChange({ [field]: chosen })}
        allowDeselect={false}
      />
    );
  }
  if (field === 'fields') {
    return (
      <Checkbox.Group
        label={label}
        description={description}
        inputWrapperOrder={order}
        value={settings.fields}
        error={error}
        onChange={(chosen) => onChange({ fields: fieldNames.filter((name) => chosen.includes(name)) })}
      >
        <Group gap="lg" mt={6} mb={6}>
          {fieldNames.map((name) => (
            <Checkbox key={name} value={name} label={t(`training.fieldNames.${name}`)} />
          ))}
        </Group>
      </Checkbox.Group>
    );
  }
  if (typeof value === 'boolean') {
    return (
      <Switch
        label={label}
        description={description}
        checked={value}
        onChange={(event) => onChange({ [field]: event.currentTarget.checked })}
        mt={26}
      />
    );
  }
  return (
    <NumberInput
      label={label}
      description={description}
      inputWrapperOrder={order}
      value={Number(value)}
      step={inputSteps[field] ?? 1}
      min={0}
      error={error}
      onChange={(input) => {
        if (typeof input === 'number') onChange({ [field]: input });
      }}
    />
  );
}
