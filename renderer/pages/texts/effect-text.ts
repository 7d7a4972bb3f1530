import type { Format } from '../../base/format.ts';

/** Formats an effect on the log-odds as the factor by which a word raises (× 2.3) or lowers (÷ 2.3) the odds. */
export function oddsFactor(format: Format, effect: number): string {
  const factor = Math.exp(Math.abs(effect));
  return `${effect < 0 ? '÷' : '×'} ${factor < 1000 ? format.number(factor, factor < 10 ? 2 : 0) : format.compact(factor)}`;
}
