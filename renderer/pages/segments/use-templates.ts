import { useMemo } from 'react';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { useCall } from '../../engine/use-call.ts';
import { type KnownActions, knownActions, type Template, templates } from './templates.ts';

const TOP_SHARE = 0.2;

/** The templates for a workspace, with the figures of its own users in them. */
export function useTemplates({ users, actions }: WorkspaceInfo): {
  list: Template[];
  known: KnownActions;
  money: number | null;
} {
  const offset = Math.floor(users * TOP_SHARE);
  const { data } = useCall('profile.users', { order: 'monetary', descending: true, offset, limit: 1 });
  const least = data?.monetary[0];
  return useMemo(() => {
    const money = least !== undefined && least > 0 ? Math.round(least) : null;
    const known = knownActions(Object.keys(actions));
    return { list: templates(known, money), known, money };
  }, [actions, least]);
}
