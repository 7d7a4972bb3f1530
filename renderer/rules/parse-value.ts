import type { Value } from '../../shared/domain/rule.ts';
import type { NumberDraft } from './draft.ts';

/** A typed value of an attribute: a number where it is written as numbers are, else a text. */
export function valueFrom(text: string): Value {
  const number = Number(text);
  return text.trim() !== '' && Number.isFinite(number) && String(number) === text ? number : text;
}

/** What a number input holds; empty where it is no number. */
export function numberOf(input: string | number): NumberDraft {
  if (typeof input === 'number') return input;
  const number = Number(input);
  return input.trim() !== '' && Number.isFinite(number) ? number : '';
}
