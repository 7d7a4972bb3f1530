import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { finetuneJob } from '../../../electron/engine/finetune/finetune-job.ts';
import { scoreJob } from '../../../electron/engine/finetune/scorer/score-job.ts';
import { startWasm } from '../../../electron/engine/model/kernels/register.ts';
import type { OpenWorkspace } from '../../../electron/engine/store/workspace.ts';
import { trainJob } from '../../../electron/engine/train/train-job.ts';
import type { Target } from '../../../shared/domain/finetune-config.ts';
import { fillShop, testWorkspace } from '../../support/shop.ts';
import { recordingContext } from '../train/context.ts';
import { predictionShop } from './prediction-shop.ts';

const encoder = { width: 16, layers: 1, heads: 2, length: 24, dropout: 0.1, epochs: 2, batchSize: 16 };
const config = { folds: 3, epochs: 2, patience: 0, batchSize: 16, learningRate: 5e-3 };
const taste: Target = { kind: 'attribute', attribute: 'taste', as: 'classes' };

beforeAll(async () => {
  await startWasm();
});

function shop() {
  const workspace = testWorkspace();
  fillShop(workspace, predictionShop());
  return { workspace, context: recordingContext(workspace).context };
}

const scoresOf = ({ db }: OpenWorkspace, run: string) =>
  db.prepare('SELECT user, class, value FROM scores WHERE run = ? ORDER BY 1, 2').raw().all(run) as number[][];

/** Adds a user with a copy of another user's events. */
function copyUser({ db }: OpenWorkspace, from: number): number {
  const user = Number(db.prepare('SELECT max(id) + 1 FROM users').pluck().get());
  db.prepare('INSERT INTO users (id, name) VALUES (?, ?)').run(user, 'a latecomer');
  const columns = (db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all('events') as string[]).filter(
    (name) => name !== 'user',
  );
  db.prepare(`INSERT INTO events (user, ${columns}) SELECT ?, ${columns} FROM events WHERE user = ?`).run(user, from);
  return user;
}

describe('a saved prediction', () => {
  for (const frozen of [true, false]) {
    it(`reproduces its scores, and scores later users alike (${frozen ? 'solved' : 'trained'})`, async () => {
      const { workspace, context } = shop();
      const start = frozen ? (await trainJob({ config: encoder }, context)).run : null;
      const { run } = await finetuneJob({ run: start, target: taste, config, encoder }, context);
      const before = scoresOf(workspace, run);
      const same = await scoreJob({ run }, context);
      expect(scoresOf(workspace, run)).toEqual(before);
      expect(same.scoring?.asOf).toBe(workspace.db.prepare('SELECT max(time) FROM events').pluck().get());

      const user = copyUser(workspace, 1);
      const { scored } = await scoreJob({ run }, context);
      expect(scored).toBe(same.scored + 1);
      const after = scoresOf(workspace, run);
      const of = (id: number) => after.filter(([u]) => u === id).map(([, k, value]) => [k, value]);
      expect(of(user)).toHaveLength(2);
      of(user).forEach(([k, value], i) => {
        expect(k).toBe(of(1)[i]![0]);
        expect(value).toBeCloseTo(of(1)[i]![1]!, 5);
      });
    });
  }

  it('that is damaged is refused, and its scores remain: PREDICTION_DAMAGED, SCORER_MISSING', async () => {
    const { workspace, context } = shop();
    const { run } = await finetuneJob({ run: null, target: taste, config, encoder }, context);
    const before = scoresOf(workspace, run);
    const file = (name: string) => join(workspace.path, 'models', run, name);
    copyFileSync(file('scorer.json'), file('kept'));
    writeFileSync(file('scorer.json'), '{"format":"portrait-prediction-1"}');
    await expect(scoreJob({ run }, context)).rejects.toMatchObject({ code: 'PREDICTION_DAMAGED' });
    copyFileSync(file('kept'), file('scorer.json'));
    writeFileSync(file('scorer.safetensors'), Buffer.alloc(64, 255));
    await expect(scoreJob({ run }, context)).rejects.toMatchObject({ code: 'PREDICTION_DAMAGED' });
    rmSync(file('scorer.json'));
    await expect(scoreJob({ run }, context)).rejects.toMatchObject({ code: 'SCORER_MISSING' });
    await expect(scoreJob({ run: 'run-9' }, context)).rejects.toMatchObject({ code: 'RUN_NOT_FOUND' });
    expect(scoresOf(workspace, run)).toEqual(before);
  });
});
