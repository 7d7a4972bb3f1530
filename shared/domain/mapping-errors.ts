import { PortraitError } from '../errors.ts';
import { fillTemplate } from '../texts/fill-text.ts';
import { Field } from './mapping.ts';

/** Problems of a mapping's text, each with its English message. */
const problems = {
  'no-equals': '“{{word}}” has no “=”.',
  duplicate: '“{{word}}” appears twice.',
  comma: 'Unexpected comma.',
  'no-comma': 'A comma is missing.',
  'no-column': 'A column name is missing.',
  character: '“{{word}}” contains a quotation mark or “=”.',
  'open-quote': 'Unclosed quotation mark.',
  literal: 'An attribute must be a column, not a fixed value.',
  'unknown-field': 'There is no field “{{word}}”.',
};

/**
 * Returns MAPPING_SYNTAX. `at` is 0-based; the message counts characters from 1. `word` is what the problem is about,
 * `nearest` are the nearest names of fields.
 */
export function mappingError(
  mapping: string,
  at: number,
  variant: keyof typeof problems,
  word = '',
  nearest: readonly string[] = [],
): PortraitError {
  const suggestion = nearest.map((name) => ` Did you mean “${name}”?`).join('');
  const fieldNames = Field.options.join(', ');
  return new PortraitError({
    code: 'MAPPING_SYNTAX',
    message: `${fillTemplate(problems[variant], { word })}${suggestion} (character ${at + 1} of the mapping)`,
    hint: `Use the form user=user_id,time=event_time,action='purchase',item=product_id. The fields are ${fieldNames} and attributes.`,
    details: { mapping, position: at, character: at + 1, variant, word, nearest, fields: fieldNames },
  });
}
