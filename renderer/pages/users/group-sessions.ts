import type { TimelineEvent } from '../../../shared/contract/profile.ts';

export interface SessionGroup {
  session: number | null;
  events: TimelineEvent[];
}

/** Behaviours that follow each other in one session, together; those of no session each by the day. */
export function groupSessions(events: readonly TimelineEvent[]): SessionGroup[] {
  const groups: SessionGroup[] = [];
  for (const event of events) {
    const last = groups.at(-1);
    const before = last?.events.at(-1);
    const same = last?.session === event.session && (event.session !== null || dayOf(before) === dayOf(event));
    if (last && same) last.events.push(event);
    else groups.push({ session: event.session, events: [event] });
  }
  return groups;
}

const DAY = 86_400_000;

function dayOf(event: TimelineEvent | undefined): number | null {
  return event?.time == null ? null : Math.floor(event.time / DAY);
}
