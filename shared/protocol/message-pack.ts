import { addExtension, Packr } from 'msgpackr';

/** Property that msgpackr renames to `__proto_` when it reads an object. */
const RENAMED = '__proto__';

/** Entries of an object that has this property, such as choices by the names of columns. */
class NamedEntries {
  readonly entries: readonly (readonly [string, unknown])[];

  constructor(entries: readonly (readonly [string, unknown])[]) {
    this.entries = entries;
  }
}

addExtension({
  Class: NamedEntries,
  type: 0x50,
  write: ({ entries }: NamedEntries) => entries,
  read: (entries: readonly (readonly [string, unknown])[]) => Object.fromEntries(entries),
});

/** Encodes messages as MessagePack, with the extensions that preserve typed arrays and maps. */
export class MessagePack {
  private readonly packr = new Packr({ structuredClone: true });

  pack(message: unknown): Uint8Array<ArrayBuffer> {
    const bytes = this.encode(message);
    return mentions(bytes, RENAMED) ? this.encode(withNamedEntries(message)) : bytes;
  }

  /** Throws for bytes that are not MessagePack. */
  unpack(bytes: Uint8Array): unknown {
    return this.packr.unpack(bytes);
  }

  /** msgpackr's types do not state that its result shares no memory. */
  private encode(value: unknown): Uint8Array<ArrayBuffer> {
    return this.packr.pack(value) as Uint8Array<ArrayBuffer>;
  }
}

/** Whether bytes contain an ASCII text. */
function mentions(bytes: Uint8Array, text: string): boolean {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1))
    if ([...text].every((character, i) => bytes[at + i] === character.charCodeAt(0))) return true;
  return false;
}

/** Copies a message without cycles, with `NamedEntries` in place of objects that msgpackr would change. */
function withNamedEntries(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNamedEntries);
  if (value instanceof Map) return new Map([...value].map(([name, inner]) => [name, withNamedEntries(inner)]));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, withNamedEntries(inner)] as const);
  return Object.hasOwn(value, RENAMED) ? new NamedEntries(entries) : Object.fromEntries(entries);
}
