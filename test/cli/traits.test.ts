import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testFolder } from '../support/folder.ts';
import { portrait, portraitJson } from './portrait.ts';

const EVENTS = `user_id,time,action,item_id,category,amount
a,2024-05-01T10:00:00Z,purchase,x,tea,10
a,2024-05-09T10:00:00Z,purchase,y,tea,30
b,2024-05-10T10:00:00Z,purchase,x,books,100
c,2024-05-11T10:00:00Z,view,x,tea,
`;

it('portrait traits shows, saves, renames and deletes traits, and segments use them', async () => {
  const folder = testFolder();
  const shop = join(folder, 'shop.portrait');
  const file = join(folder, 'events.csv');
  writeFileSync(file, EVENTS);
  await portrait('new', shop);
  await portrait('import', shop, file);
  expect((await portrait('traits', shop)).stdout).toContain('There are no traits yet');

  const formula = 'sum(purchase) / count(purchase)';
  const { json: preview } = await portraitJson('traits', shop, '--formula', formula);
  expect(preview).toMatchObject({ kind: 'number', users: 3, known: 2, distribution: { min: 20, max: 100, mean: 60 } });
  expect((await portraitJson('traits', shop)).json).toEqual({ traits: [] });

  const saved = await portrait('traits', shop, '--name', 'basket', '--formula', formula, '--unit', '€');
  expect(saved.stdout).toMatch(/basket: sum\(purchase\) \/ count\(purchase\) \(€\)\n+2 of 3 users have a value/);
  await portrait('traits', shop, '--name', 'favourite', '--formula', 'most_frequent(category)');
  const again = await portraitJson('traits', shop, '--name', 'basket', '--formula', '1');
  expect([again.code, again.json]).toMatchObject([1, { error: { code: 'TRAIT_EXISTS' } }]);
  await portrait('traits', shop, '--rename', 'basket', 'basket value');
  const { json: segment } = await portraitJson(
    ...['segment', shop, '--name', 'tea', '--where', 'trait("basket value") < 50 and trait("favourite") = tea'],
  );
  expect(segment).toMatchObject({ size: 1 });
  expect((await portrait('traits', shop)).stdout).toMatch(/basket value +sum\(purchase\) .*€ +number +tea/);

  const broken = await portraitJson('traits', shop, '--formula', 'count(veiw)');
  expect(broken.json).toMatchObject({ error: { code: 'RULE_UNKNOWN_NAME', hint: 'Did you mean view?' } });
  const zero = await portraitJson('traits', shop, '--formula', 'count(view) / (events - events)');
  expect(zero.json).toMatchObject({ known: 0, distribution: null });
  const deleted = await portraitJson('traits', shop, '--delete', 'basket value');
  expect(deleted.json).toMatchObject({ traits: [{ name: 'favourite' }] });
  expect((await portrait('traits', shop, '--name', 'x')).code).toBe(2);
});
