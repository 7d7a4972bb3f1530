import type { Mapping } from '../../../../shared/domain/mapping.ts';

/** Whether a mapping lacks users and could have its sessions in their place. */
export const mayUseSessions = ({ user, session, time }: Mapping): boolean =>
  user === undefined && session !== undefined && time !== undefined;

/** Returns a mapping in which each session is a user, as far as a row has none. */
export function withSessionsAsUsers(mapping: Mapping): Mapping {
  const { user, session } = mapping;
  if (session === undefined || user === session) return mapping;
  return { ...mapping, user: user === undefined ? session : `${user}|${session}` };
}
