import { Checkbox } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { TableColumn } from '../../../components/TableView.tsx';

/** Returns a column with a checkbox for each user, and one in the header for all users of the page. */
export function checkColumn(
  t: TFunction,
  users: readonly string[],
  checked: ReadonlySet<string>,
  onCheck: (users: readonly string[], isChecked: boolean) => void,
): TableColumn<number> {
  const count = users.filter((user) => checked.has(user)).length;
  return {
    key: 'check',
    header: '',
    heading: (
      <Checkbox
        size="xs"
        aria-label={t('explore.checkPage')}
        checked={count > 0 && count === users.length}
        indeterminate={count > 0 && count < users.length}
        onChange={(event) => onCheck(users, event.currentTarget.checked)}
      />
    ),
    cell: (row) => {
      const user = users[row] ?? '';
      return (
        <Checkbox
          size="xs"
          aria-label={t('explore.check', { user })}
          checked={checked.has(user)}
          onClick={(event) => event.stopPropagation()}
          onChange={(event) => onCheck([user], event.currentTarget.checked)}
        />
      );
    },
    sortable: false,
    width: 36,
  };
}
