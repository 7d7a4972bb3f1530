import type { AttentionToken } from '../../../shared/contract/explain.ts';
import type { Attention } from '../../attention/weights.ts';
import { DAY } from './day.ts';

const special = { word: null, action: null, item: null, title: null, titleEn: null, category: null, time: null };

const behaviour = (action: string, item: string, titleEn: string, title: string): AttentionToken => ({
  kind: 'behaviour',
  word: null,
  action,
  item,
  title,
  titleEn,
  category: 'tea',
  time: DAY,
});

const tokens: AttentionToken[] = [
  { kind: 'CLS', ...special },
  behaviour('view', 'I1042', 'Longjing tea, 250 g', '龙井茶 250 克'),
  behaviour('view', 'I1043', 'Teapot, clay', '紫砂壶'),
  behaviour('cart', 'I1042', 'Longjing tea, 250 g', '龙井茶 250 克'),
  behaviour('purchase', 'I1042', 'Longjing tea, 250 g', '龙井茶 250 克'),
  { kind: 'SEP', ...special },
  behaviour('view', 'I1077', 'Matcha bowl', '抹茶碗'),
  { kind: 'SEP', ...special },
];

const LAYERS = 2;
const HEADS = 2;

/** Weights of a head whose positions attend to those `shift` before them. */
function weightsOf(shift: number): number[] {
  return tokens.flatMap((_, from) => {
    const scores = tokens.map((_, to) => Math.exp(-Math.abs(from - shift - to)));
    const sum = scores.reduce((total, score) => total + score, 0);
    return scores.map((score) => score / sum);
  });
}

export const attentionSample: Attention = {
  run: 'run-1',
  user: 'U100234',
  layers: LAYERS,
  heads: HEADS,
  tokens,
  attention: Float32Array.from(Array.from({ length: LAYERS * HEADS }, (_, head) => weightsOf(head)).flat()),
};
