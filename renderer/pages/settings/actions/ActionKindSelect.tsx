import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ACTION_KINDS, type ActionKind, kindOfName } from '../../../../shared/domain/actions.ts';

interface ActionKindSelectProps {
  action: string;
  /** Null if the name of the action decides. */
  kind: ActionKind | null;
  disabled: boolean;
  onChange: (kind: ActionKind | null) => void;
}

/** Select value for the kind that the name denotes. */
const BY_NAME = '';

/** Selects the kind of an action. */
export function ActionKindSelect({ action, kind, disabled, onChange }: ActionKindSelectProps) {
  const { t } = useTranslation();
  const byName = t('settings.actions.byName', { kind: t(`settings.actions.kinds.${kindOfName(action)}`) });
  return (
    <Select
      size="xs"
      aria-label={`${action}: ${t('settings.actions.kind')}`}
      data={[
        { value: BY_NAME, label: byName },
        ...ACTION_KINDS.map((value) => ({ value, label: t(`settings.actions.kinds.${value}`) })),
      ]}
      value={kind ?? BY_NAME}
      onChange={(value) => onChange(ACTION_KINDS.find((one) => one === value) ?? null)}
      allowDeselect={false}
      disabled={disabled}
    />
  );
}
