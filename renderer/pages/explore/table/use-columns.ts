import { useState } from 'react';
import { notifyError } from '../../../base/notify.tsx';
import { call, useCall } from '../../../engine/use-call.ts';
import { isDefault } from './column-keys.ts';

interface ShownColumns {
  isShown(key: string): boolean;
  /** Stores the columns for the workspace; null returns to the default. */
  choose(keys: readonly string[] | null): void;
  isDefault: boolean;
}

/** Columns of the table of users, which are stored in the workspace. A choice is shown at once. */
export function useColumns(): ShownColumns {
  const stored = useCall('explore.columns', {}, { keepPrevious: true }).data?.columns ?? null;
  const [choice, setChoice] = useState<{ columns: readonly string[] | null } | null>(null);
  const columns = choice ? choice.columns : stored;
  return {
    isShown: (key) => (columns === null ? isDefault(key) : columns.includes(key)),
    choose: (keys) => {
      setChoice({ columns: keys });
      call('explore.changeColumns', { columns: keys && [...keys] }).catch((error: unknown) => {
        setChoice(null);
        notifyError(error);
      });
    },
    isDefault: columns === null,
  };
}
