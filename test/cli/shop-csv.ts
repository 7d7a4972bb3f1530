import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes the export of a small shop: users with taste `a` or `b` view four items of their taste on four days and buy
 * every third. The second-to-last row duplicates the one before it, and the last row is malformed.
 */
export function writeShop(folder: string, users = 60): string {
  const rows = ['user_id,event_time,event_type,product_id,category_code,price'];
  for (let user = 0; user < users; user++) {
    const taste = user % 2 === 0 ? 'a' : 'b';
    for (let day = 1; day <= 4; day++) {
      const item = `${taste}${(user + day) % 7}`;
      rows.push(`u${user},2024-03-0${day} 10:00:00,view,${item},taste.${taste},${day}0`);
      if ((user + day) % 3 === 0)
        rows.push(`u${user},2024-03-0${day} 10:05:00,purchase,${item},taste.${taste},${day}0`);
    }
  }
  rows.push(rows.at(-1) ?? '', 'u1,not a time,view,a1,taste.a,1');
  const file = join(folder, 'events.csv');
  writeFileSync(file, `${rows.join('\n')}\n`);
  return file;
}

/** Counts of the file above. */
export function shopCounts(users = 60) {
  const all = Array.from({ length: users }, (_, user) => [1, 2, 3, 4].filter((day) => (user + day) % 3 === 0).length);
  const purchases = all.reduce((sum, n) => sum + n, 0);
  return { views: 4 * users, purchases, events: 4 * users + purchases };
}
