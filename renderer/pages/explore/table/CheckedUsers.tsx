import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_NAMED_USERS, type Rule } from '../../../../shared/domain/rule.ts';
import { useRuleText } from '../../../rules/use-rule-text.ts';
import { SaveSelection } from '../SaveSelection.tsx';

interface CheckedUsersProps {
  users: ReadonlySet<string>;
  /** Selects the users that match a rule. */
  onSelect: (rule: Rule) => void;
  onClear: () => void;
}

/** Number of checked users, and what can be done with them: select them alone, or save them as a segment. */
export function CheckedUsers({ users, onSelect, onClear }: CheckedUsersProps) {
  const { t } = useTranslation();
  const describe = useRuleText();
  const [saving, setSaving] = useState(false);
  const rule = { users: [...users] };
  const size = t('terms.users', { count: users.size });
  const isTooMany = users.size > MAX_NAMED_USERS;
  return (
    <Group gap="xs" wrap="wrap">
      <Text size="sm" role="status">
        {t('explore.checked', { users: size })}
      </Text>
      <Button size="compact-sm" variant="default" disabled={isTooMany} onClick={() => onSelect(rule)}>
        {t('explore.selectChecked')}
      </Button>
      <Button size="compact-sm" variant="default" disabled={isTooMany} onClick={() => setSaving(true)}>
        {t('segments.save')}
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={onClear}>
        {t('explore.clear')}
      </Button>
      {isTooMany && (
        <Text size="sm" c="dimmed">
          {t('explore.tooManyChecked', { count: MAX_NAMED_USERS })}
        </Text>
      )}
      {saving && (
        <SaveSelection
          rule={rule}
          words={describe(rule)}
          size={size}
          onClose={() => {
            setSaving(false);
            onClear();
          }}
        />
      )}
    </Group>
  );
}
