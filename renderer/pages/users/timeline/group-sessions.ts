import type { TimelineEvent } from '../../../../shared/contract/profile.ts';

export interface SessionGroup {
  session: number | null;
  events: TimelineEvent[];
}

/** Groups consecutive events by session; those without a session are grouped by day. */
export function groupSessions(
  events: readonly TimelineEvent[],
  dayOf: (event: TimelineEvent) => string | null,
): SessionGroup[] {
  const groups: SessionGroup[] = [];
  for (const event of events) {
    const last = groups.at(-1);
    const lastEvent = last?.events.at(-1);
    const isSameSession =
      last?.session === event.session && (event.session !== null || (lastEvent && dayOf(lastEvent)) === dayOf(event));
    if (last && isSameSession) last.events.push(event);
    else groups.push({ session: event.session, events: [event] });
  }
  return groups;
}
