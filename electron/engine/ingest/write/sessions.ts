import type { TimeKind } from '../../../../shared/contract/ingest.ts';
import type { KnownEvent } from '../../store/events/stored-events.ts';

/** A user who does nothing for so long has left, unless another time is asked for. */
export const IDLE_MS = 30 * 60_000;

/**
 * Sessions of one user's events where the file names none: they end after `idleMs` without an event, or with the day
 * where there are dates only. An event that continues a session of the store joins it. Both lists are in order of time;
 * `create` makes a session. Returns a session for each time, null where only the order is known.
 */
export function splitSessions(
  times: readonly number[],
  known: readonly KnownEvent[],
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
    for (; k < known.length && known[k]!.time <= time; k++) {
      const event = known[k]!;
      session = event.session ?? (event.time - last > gap ? null : session);
      last = event.time;
    }
    if (session === null || time - last > gap) session = nextOf(known[k], time, gap) ?? create();
    sessions.push(session);
    last = time;
  }
  return sessions;
}

/** The session that begins right after a time, so that an earlier part of it joins. */
function nextOf(next: KnownEvent | undefined, time: number, gap: number): number | null {
  return next && next.time - time <= gap ? next.session : null;
}
