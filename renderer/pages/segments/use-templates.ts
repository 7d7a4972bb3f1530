import { useMemo } from 'react';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { useCall } from '../../engine/use-call.ts';
import { type ActionsByKind, classifyActions, type Template, templates } from './templates.ts';

const TOP_SHARE = 0.2;

/** Returns the rule templates for a workspace, with thresholds from its own users. */
export function useTemplates({ users, actions, actionSettings }: WorkspaceInfo): {
  list: Template[];
  actionsByKind: ActionsByKind;
  money: number | null;
} {
  const offset = Math.floor(users * TOP_SHARE);
  const { data } = useCall('profile.users', { order: 'monetary', descending: true, offset, limit: 1 });
  const threshold = data?.monetary[0];
  return useMemo(() => {
    const money = threshold !== undefined && threshold > 0 ? Math.round(threshold) : null;
    const actionsByKind = classifyActions([...actions.keys()], actionSettings);
    return { list: templates(actionsByKind, money), actionsByKind, money };
  }, [actions, actionSettings, threshold]);
}
