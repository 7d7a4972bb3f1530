import type { Value } from '../../shared/domain/rule.ts';
import type { NumberDraft } from './draft.ts';

/** Parses a typed attribute value: a number if the text is its canonical form, otherwise the text. */
export function valueFrom(text: string): Value {
  const number = Number(text);
  return text.trim() !== '' && Number.isFinite(number) && String(number) === text ? number : text;
}

/** Parses the value of a number input; empty if it is not a number. */
export function numberOf(input: string | number): NumberDraft {
  if (typeof input === 'number') return input;
  const number = Number(input);
  return input.trim() !== '' && Number.isFinite(number) ? number : '';
}
