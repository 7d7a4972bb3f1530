import { writeFileSync } from 'node:fs';
import type { Random } from '../../shared/domain/random.ts';

const ACTIONS = ['view', 'cart', 'purchase'];

/** Writes a valid file of events: a header, then one row per event. */
export function writeEvents(file: string, random: Random, rows: number): void {
  const lines = ['user_id,event_time,event_type,product_id,price'];
  for (let i = 0; i < rows; i++) lines.push(eventRow(random).join(','));
  writeFileSync(file, `${lines.join('\n')}\n`);
}

export function eventRow(random: Random): string[] {
  return [
    `T${random.integer(400)}`,
    new Date(Date.UTC(2026, 0, 1) + random.integer(90 * 86_400) * 1000).toISOString(),
    random.pick(ACTIONS),
    `P${random.integer(300)}`,
    (random.integer(20_000) / 100).toFixed(2),
  ];
}
