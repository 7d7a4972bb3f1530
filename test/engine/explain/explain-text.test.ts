import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainTextJob } from '../../../electron/engine/explain/text/explain-text-job.ts';
import {
  countFittingPieces,
  logOdds,
  piecesOf,
  wordEffects,
} from '../../../electron/engine/explain/text/word-effects.ts';
import { classifyJob } from '../../../electron/engine/text/classify-job.ts';
import { rateJob } from '../../../electron/engine/text/rate-job.ts';
import { Random } from '../../../shared/domain/random.ts';
import { fillShop, testWorkspace } from '../../support/shop.ts';
import { recordingContext } from '../train/context.ts';

const GOOD = ['很好吃', '送得很快', '味道不错', '下次还来', '分量足'];
const BAD = ['太难吃了', '送得太慢', '味道不好', '再也不来', '分量少'];

/** A run trained on reviews with words that mostly indicate the rating, and functions to query it. */
async function ratingRun() {
  const workspace = testWorkspace();
  const random = new Random(5);
  const events = Array.from({ length: 240 }, (_, i) => {
    const words = i % 2 ? GOOD : BAD;
    const text = `${random.pick(words)}，${random.pick(['老板', '骑手', '今天'])}${random.pick(words)}`;
    return { user: `u${i % 7}`, time: i, action: 'review', text, rating: i % 11 === 0 ? 1 - (i % 2) : i % 2 };
  });
  fillShop(workspace, { events });
  const { context } = recordingContext(workspace);
  const config = { epochs: 6, members: 2, folds: 2, batchSize: 16, learningRate: 5e-3 };
  const { run } = await rateJob({ run: null, config }, context);
  return {
    explain: (text: string) => explainTextJob({ run, text }, context),
    /** Log-odds of the second class, from the classification of texts. */
    async oddsOf(texts: string[]): Promise<number[]> {
      const { probabilities } = await classifyJob({ run, texts }, context);
      return texts.map((_, row) => Math.log(probabilities[2 * row + 1]! / probabilities[2 * row]!));
    },
  };
}

describe('word effects', () => {
  it('equal the decrease of the log-odds when the word is left out', async () => {
    const { explain, oddsOf } = await ratingRun();
    const text = '今天送得很快， 味道不好！';
    const { pieces, effects, classes, logOdds: odds, piecesRead: read } = await explain(text);
    expect(pieces.join('')).toBe(text);
    expect(classes).toEqual(['0', '1']);
    expect(read).toBe(pieces.length);
    const words = [...pieces.keys()].filter((at) => pieces[at]!.trim() !== '');
    expect(words.length).toBeGreaterThan(5);
    const [whole, ...without] = await oddsOf([text, ...words.map((at) => pieces.toSpliced(at, 1).join(''))]);
    expect(odds[1]).toBeCloseTo(whole!, 2);
    words.forEach((at, w) => {
      expect(effects[2 * at + 1], pieces[at]).toBeCloseTo(whole! - without[w]!, 2);
      expect(effects[2 * at], 'with two classes, what speaks for one speaks against the other').toBeCloseTo(
        -effects[2 * at + 1]!,
        3,
      );
    });
    expect(effects[2 * pieces.indexOf(' ') + 1]).toBeNaN();
  });

  it('are faithful: removing the strongest words lowers the log-odds far more than removing others', async () => {
    const { explain, oddsOf } = await ratingRun();
    const texts = BAD.flatMap((complaint) =>
      ['骑手', '今天'].map((who) => `${complaint}，${who}味道不好，${complaint}`),
    );
    let strongest = 0;
    let others = 0;
    const random = new Random(3);
    for (const text of texts) {
      const { pieces, effects } = await explain(text);
      const words = [...pieces.keys()].filter((at) => !Number.isNaN(effects[2 * at]!));
      const ranked = words.toSorted((a, b) => effects[2 * b]! - effects[2 * a]!).slice(0, 3);
      random.shuffle(words);
      const without = (gone: number[]) => pieces.filter((_, at) => !gone.includes(at)).join('');
      const [whole, first, second] = await oddsOf([text, without(ranked), without(words.slice(0, 3))]);
      strongest += first! - whole!;
      others += second! - whole!;
    }
    expect(strongest).toBeGreaterThan(1.5 * others);
    expect(strongest / texts.length).toBeGreaterThan(0.5);
  });

  it('are not computed beyond the sequence, and an empty text has none', async () => {
    const { explain } = await ratingRun();
    const { pieces, effects, piecesRead: read } = await explain('很好吃。'.repeat(120));
    expect(read).toBeLessThan(pieces.length);
    expect(effects[2 * read - 2]).not.toBeNaN();
    expect(effects[2 * read]).toBeNaN();
    await expect(explain(' \n')).rejects.toMatchObject({ code: 'TEXT_EMPTY' });
  });
});

describe('the computation of word effects', () => {
  it('splits a text into pieces that concatenate to it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(piecesOf(text, 'jieba').join('')).toBe(text.toWellFormed());
        expect(piecesOf(text, 'intl').join('')).toBe(text.toWellFormed());
      }),
    );
  });

  it('reads as many pieces as begin within the sequence', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1 }), fc.nat(60), (pieces, most) => {
        const read = countFittingPieces(pieces, (text) => Math.min(text.length + 1, most + 1), most + 1);
        const before = pieces.slice(0, read - 1).join('').length;
        expect(read === pieces.length || pieces.slice(0, read).join('').length >= most).toBe(true);
        expect(read === 1 || before < most).toBe(true);
      }),
    );
  });

  it('returns log-odds log(p / (1 − p)), also for p near 1', () => {
    const scores = Float32Array.from([1, 2, 4]);
    const p = Array.from(scores, Math.exp).map((one, _, all) => one / all.reduce((sum, other) => sum + other));
    for (const [k, odds] of logOdds(scores).entries()) expect(odds).toBeCloseTo(Math.log(p[k]! / (1 - p[k]!)), 5);
    expect(logOdds(Float32Array.from([60, 0]))[0]).toBe(60);
  });

  it('returns effects that sum to the whole for an additive model', () => {
    const worth: Record<string, number> = { a: 2, b: -1, c: 0.5 };
    const pieces = ['a', ' ', 'b', 'c', 'a'];
    const rate = (texts: string[]) =>
      Float32Array.from(texts.flatMap((text) => [0, [...text].reduce((sum, one) => sum + (worth[one] ?? 0), 0)]));
    const { odds, effects } = wordEffects(pieces, pieces.length, 2, rate);
    expect(Array.from(pieces, (_, at) => effects[2 * at + 1])).toEqual([2, Number.NaN, -1, 0.5, 2]);
    expect(odds[1]).toBe(3.5);
  });
});
