import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { undoJob } from '../../../../electron/engine/ingest/undo/undo-job.ts';
import { createWorkspace } from '../../../../electron/engine/store/workspace.ts';
import type { ImportFile } from '../../../../shared/contract/import-file.ts';
import { testFolder } from '../../../support/folder.ts';
import { fileWith, importFiles, jobContext } from '../import-helpers.ts';
import { dump } from './dump.ts';

const pick = (...values: string[]) => fc.constantFrom(...values);
const time = fc.nat(30).map((step) => new Date(Date.UTC(2024, 0, 1, 0, step * 11)).toISOString());
const price = fc.oneof(fc.constant(''), fc.double({ min: 0.01, max: 1e6, noNaN: true }).map(String));
const user = pick('a', 'b', 'c', 'd');
const item = pick('i1', 'i2', 'i3');

const table = (header: string, row: fc.Arbitrary<string[]>) =>
  fc.array(row, { minLength: 1, maxLength: 12 }).map((rows) => [header, ...rows.map(String), ''].join('\n'));
const events = table(
  'user,time,action,item,category,price,order_id,channel',
  fc.tuple(
    user,
    time,
    pick('view', 'buy'),
    item,
    pick('', 'c1', 'c2'),
    price,
    pick('', 'o1', 'o2'),
    pick('', 'mail', 'web'),
  ),
);
const users = table('user,age,city', fc.tuple(user, pick('30', '31', '32'), pick('', 'Ulm', 'Bonn')));
const items = table('item,title,category,price', fc.tuple(item, pick('One', 'Two'), pick('', 'c3'), price));
const key: fc.Arbitrary<ImportFile['key']> = fc.constantFrom(
  undefined,
  ['order_id', 'item'],
  ['user', 'time', 'action', 'item'],
);

const identities = table('anonymous,customer', fc.tuple(pick('a', 'b', 'x'), pick('c', 'd')));

type Step = { content: string; options: Omit<ImportFile, 'file'> };
const plain = fc.constant({});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ content: events, options: key.map((by) => (by ? { key: by } : {})) }) },
  { weight: 1, arbitrary: fc.record({ content: users, options: fc.constant({ mapping: 'user=user,attributes=*' }) }) },
  { weight: 1, arbitrary: fc.record({ content: items, options: plain }) },
  {
    weight: 1,
    arbitrary: fc.record({ content: identities, options: fc.constant({ mapping: 'user=customer,alias=anonymous' }) }),
  },
);

it('any sequence of imports is undone step by step, exactly, and can be repeated', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
      const workspace = createWorkspace(join(testFolder(), 'shop.portrait'));
      try {
        const states = [dump(workspace)];
        const run = async ({ content, options }: Step, i: number) => {
          const file = fileWith(workspace, content, `${i}.csv`);
          await importFiles(workspace, [{ file, ...options }]);
        };
        for (const [i, one] of steps.entries()) {
          await run(one, i);
          states.push(dump(workspace));
        }
        expect(workspace.db.pragma('foreign_key_check')).toEqual([]);
        for (let id = steps.length; id >= 1; id--) {
          await undoJob({ import: id, andLater: false }, jobContext(workspace));
          expect(dump(workspace)).toEqual(states[id - 1]);
        }
        await run(steps[0]!, 0);
        const { imports: again, ...rest } = dump(workspace);
        const { imports: first, ...expected } = states[1]!;
        expect(rest).toEqual(expected);
        expect(again).toHaveLength(first!.length);
      } finally {
        workspace.close();
      }
    }),
    { numRuns: 12 },
  );
}, 60_000);
