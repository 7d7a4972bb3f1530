import type { Mapping } from '../../../../shared/domain/mapping.ts';

/** Whether a mapping lacks users but has sessions that can replace them. */
export const mayUseSessions = ({ user, session, time }: Mapping): boolean =>
  user === undefined && session !== undefined && time !== undefined;

/** Returns a mapping in which the session serves as the user in rows without one. */
export function withSessionsAsUsers(mapping: Mapping): Mapping {
  const { user, session } = mapping;
  if (session === undefined || user === session) return mapping;
  return { ...mapping, user: user === undefined ? session : `${user}|${session}` };
}
