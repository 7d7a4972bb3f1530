import { type Command, InvalidArgumentError } from 'commander';
import type { z } from 'zod';
import { PortraitError } from '../../shared/errors.ts';

type Settings = Readonly<Record<string, unknown>>;

/** Adds the option `--set`, which collects single settings; `names` are listed in its help. */
export function addSet(command: Command, keys: readonly string[], names = keys.join(', ')): Command {
  const collect = (text: string, previous: Settings): Settings => {
    const [key, value] = parseKeyValue(text, keys);
    return { ...previous, [key]: key === 'fields' ? value.split(',') : parseValue(value) };
  };
  return command.option('--set <key=value>', `one setting (repeatable): ${names}`, collect, {});
}

/** Returns settings that a schema accepts, without the defaults of others. Throws BAD_CONFIG. */
export function validateSettings<Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>, settings: Settings) {
  const { success, data, error } = schema.partial().strict().safeParse(settings);
  if (success) return pick(data, settings);
  const wrong = error.issues.map(({ path }) => path.join('.') || 'settings');
  const problems = error.issues.map(({ message }, at) => `${wrong[at]}: ${message}`).join('; ');
  const available = Object.keys(schema.shape);
  throw new PortraitError({
    code: 'BAD_CONFIG',
    message: `Invalid settings. ${problems}`,
    hint: `Available settings: ${available.join(', ')}.`,
    details: { settings: wrong, available },
  });
}

/** Returns the properties that another object also has: parsing adds the defaults of all others. */
function pick<Value extends object>(value: Value, other: object): Partial<Value> {
  const picked: Partial<Value> = {};
  for (const key in value) if (Object.hasOwn(other, key)) picked[key] = value[key];
  return picked;
}

/** Splits `key=value`; the key must be one of `keys`. */
export function parseKeyValue(text: string, keys: readonly string[]): [key: string, value: string] {
  const [, key = '', value = ''] = /^([^=]+)=(.*)$/.exec(text) ?? [];
  if (keys.includes(key)) return [key, value];
  throw new InvalidArgumentError(`Use key=value; the keys are ${keys.join(', ')}.`);
}

/** Parses a value from the command line: a number, true, false, null, or a string. */
export function parseValue(text: string): string | number | boolean | null {
  const number = Number(text);
  if (text.trim() !== '' && !Number.isNaN(number)) return number;
  return text === 'true' ? true : text === 'false' ? false : text === 'null' ? null : text;
}
