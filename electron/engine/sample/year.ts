import type { SampleEvent } from './event.ts';
import { type Intention, popDue } from './intentions.ts';
import { DAYS, dayWeights, FIRST_DAY } from './seasons.ts';
import { drawSession } from './session.ts';
import type { Shopper } from './shopper.ts';

const DAY = 86_400_000;
const MIN_SESSION_GAP = 3_600_000;

/** Draws a shopper's events of the year, oldest first. */
export function drawYear(shopper: Shopper): SampleEvent[] {
  const intentions: Intention[] = [];
  const events: SampleEvent[] = [];
  const starts = drawStarts(shopper);
  starts.forEach((start, session) => {
    const day = Math.floor((start - FIRST_DAY) / DAY);
    const due = popDue(intentions, day);
    const result = drawSession(shopper, start, session + 1, due);
    events.push(...result.events);
    intentions.push(...result.intentions);
    if (result.review) events.push({ ...result.review, session: starts.length + result.review.session });
  });
  return events.sort((a, b) => a.time - b.time);
}

/**
 * Draws the start times of sessions, in order and at least an hour apart; their number, before those past the end of
 * the year are removed at least two, is skewed, as in any shop.
 */
function drawStarts(shopper: Shopper): number[] {
  const { random, archetype } = shopper;
  const count = Math.max(2, Math.round(archetype.sessions * Math.exp(0.6 * random.normal() - 0.18)));
  const joinDay = random.chance(0.3) ? random.integer(Math.floor(DAYS / 2)) : 0;
  const weights = dayWeights(archetype).fill(0, 0, joinDay);
  const starts = Array.from({ length: count }, () => FIRST_DAY + random.weighted(weights) * DAY + drawHour(shopper));
  starts.sort((a, b) => a - b);
  for (let i = 1; i < starts.length; i++) starts[i] = Math.max(starts[i]!, starts[i - 1]! + MIN_SESSION_GAP);
  return starts.filter((start) => start < FIRST_DAY + DAYS * DAY - MIN_SESSION_GAP);
}

function drawHour({ random, archetype }: Shopper): number {
  const [hour] = archetype.hours[random.weighted(archetype.hours.map(([, weight]) => weight))]!;
  const seconds = Math.round((hour + 1.3 * random.normal()) * 3600);
  return 1000 * (((seconds % 86_400) + 86_400) % 86_400);
}
