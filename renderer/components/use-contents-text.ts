import { useTranslation } from 'react-i18next';
import type { WorkspaceFigures } from '../../shared/contract/workspace.ts';
import { useFormat } from '../base/format.ts';

/** Returns a function that describes the contents of a workspace: users, events and size on disk. */
export function useContentsText(): (figures: WorkspaceFigures) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ users, events, bytes }) =>
    [t('workspaces.users', { count: users }), t('workspaces.events', { count: events }), format.bytes(bytes)].join(
      ' · ',
    );
}
