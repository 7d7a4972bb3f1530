import type { Format } from '../../base/format.ts';

/** +0.85 or −0.85. */
export function signed(format: Format, effect: number): string {
  return `${effect < 0 ? '−' : '+'}${format.number(Math.abs(effect), 2)}`;
}

/** How many times as high the odds are with a word (× 2.3), or without it where it lowers them (÷ 2.3). */
export function oddsFactor(format: Format, effect: number): string {
  const factor = Math.exp(Math.abs(effect));
  return `${effect < 0 ? '÷' : '×'} ${factor < 1000 ? format.number(factor, factor < 10 ? 2 : 0) : format.compact(factor)}`;
}
