import type { Random } from '../../shared/domain/random.ts';

/** The subset of JSON Schema that the contract's schemas use. */
export interface JsonSchema {
  type?: string;
  const?: unknown;
  enum?: readonly unknown[];
  anyOf?: readonly JsonSchema[];
  oneOf?: readonly JsonSchema[];
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  items?: JsonSchema;
  prefixItems?: readonly JsonSchema[];
  $ref?: string;
  $defs?: Readonly<Record<string, JsonSchema>>;
}

/** Probability that a part of an input is replaced by a hostile value. */
const HOSTILE = 0.12;
const MAX_DEPTH = 8;

const IDS = ['run-1', 'run-2', 'map-1', 'job-1', 'S1', 'Lookers', 'job-999'];
const STRINGS = [
  '',
  ' ',
  '\u0000',
  '..',
  '../..',
  '../../x',
  '/etc/passwd',
  'run-1/',
  './run-1',
  'run-1/../run-1',
  'C:\\x',
  'CON',
  'a/b',
  '__proto__',
  'constructor',
  'toString',
  '\ufeffx',
  '\u202e',
  '\ud800',
  'x'.repeat(300),
  'x'.repeat(30_000),
  '%2e%2e',
  'count(view) >= 1',
  'count(view) >=',
  '((((',
  "view' or 1=1 --",
  '=cmd',
  '1',
  'true',
  'NaN',
];
const NUMBERS = [0, -0, -1, 1, 2, 0.5, 1e9, -1e9, 2 ** 31, 2 ** 53, 1e308, 5e-324, Number.NaN, Infinity, -Infinity];

/** Returns an input that mostly conforms to a schema, with hostile values in some places. */
export function hostileInput(schema: JsonSchema, random: Random): unknown {
  return valueFor(schema, schema, random, 0);
}

function valueFor(schema: JsonSchema, root: JsonSchema, random: Random, depth: number): unknown {
  if (depth > MAX_DEPTH || random.chance(HOSTILE)) return anything(random, depth);
  if (schema.$ref) return valueFor(resolve(schema.$ref, root), root, random, depth + 1);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return random.pick(schema.enum);
  const options = schema.anyOf ?? schema.oneOf;
  if (options?.length) return valueFor(random.pick(options), root, random, depth);
  switch (schema.type) {
    case 'object':
      return objectOf(schema, root, random, depth);
    case 'array':
      return (schema.prefixItems ?? Array.from({ length: random.integer(4) }, () => schema.items ?? {})).map((item) =>
        valueFor(item, root, random, depth + 1),
      );
    case 'string':
      return random.chance(0.5) ? random.pick(IDS) : random.pick(STRINGS);
    case 'number':
    case 'integer':
      return random.chance(0.7) ? random.integer(20) : random.pick(NUMBERS);
    case 'boolean':
      return random.chance(0.5);
    case 'null':
      return null;
    default:
      return anything(random, depth);
  }
}

function objectOf({ properties = {}, required = [] }: JsonSchema, root: JsonSchema, random: Random, depth: number) {
  const names = Object.keys(properties).filter((name) => required.includes(name) || random.chance(0.4));
  const entries = names.map((name) => [name, valueFor(properties[name]!, root, random, depth + 1)] as const);
  if (random.chance(0.03)) entries.push([random.pick(STRINGS), anything(random, depth)]);
  return Object.fromEntries(entries);
}

function resolve(reference: string, root: JsonSchema): JsonSchema {
  return reference === '#' ? root : (root.$defs?.[reference.replace('#/$defs/', '')] ?? {});
}

function anything(random: Random, depth: number): unknown {
  switch (random.integer(9)) {
    case 0:
      return null;
    case 1:
      return undefined;
    case 2:
      return random.pick(NUMBERS);
    case 3:
      return random.chance(0.5);
    case 4:
      return depth > MAX_DEPTH ? [] : Array.from({ length: random.integer(5) }, () => anything(random, depth + 1));
    case 5:
      return depth > MAX_DEPTH ? {} : { [random.pick(STRINGS)]: anything(random, depth + 1) };
    case 6:
      return new Float32Array(random.integer(4));
    case 7:
      return random.pick(IDS);
    default:
      return random.pick(STRINGS);
  }
}
