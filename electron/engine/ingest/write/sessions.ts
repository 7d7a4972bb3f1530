import type { TimeKind } from '../../../../shared/contract/import-file.ts';
import type { StoredEvent } from '../../store/events/stored-events.ts';

/** Default time without an event after which a session ends. */
export const IDLE_MS = 30 * 60_000;

/**
 * Assigns one user's events to sessions if the file has no session names: a session ends after `idleMs` without an
 * event, or with the day if there are only dates. An event that continues a stored session joins it. Both lists are
 * ordered by time; `create` creates a session and returns its id. Returns the session of each time, null if only the
 * order is known.
 */
export function splitSessions(
  times: readonly number[],
  storedEvents: readonly StoredEvent[],
  kind: TimeKind,
  idleMs: number,
  create: () => number,
): (number | null)[] {
  if (kind !== 'clock' && kind !== 'date') return times.map(() => null);
  const gap = kind === 'clock' ? idleMs : 0;
  const sessions: (number | null)[] = [];
  let k = 0;
  let session: number | null = null;
  let last = Number.NEGATIVE_INFINITY;
  for (const time of times) {
    for (; k < storedEvents.length && storedEvents[k]!.time <= time; k++) {
      const event = storedEvents[k]!;
      session = event.session ?? (event.time - last > gap ? null : session);
      last = event.time;
    }
    if (session === null || time - last > gap) session = sessionStartingAfter(storedEvents[k], time, gap) ?? create();
    sessions.push(session);
    last = time;
  }
  return sessions;
}

/** Returns the stored session that starts right after a time, so that an earlier event joins it. */
function sessionStartingAfter(next: StoredEvent | undefined, time: number, gap: number): number | null {
  return next && next.time - time <= gap ? next.session : null;
}
