/** Adds an entry as the most recently used one, and deletes the least recently used ones beyond `most`. */
export function remember<Key, Value>(values: Map<Key, Value>, key: Key, value: Value, most: number): void {
  values.delete(key);
  values.set(key, value);
  for (const oldest of values.keys()) {
    if (values.size <= most) return;
    values.delete(oldest);
  }
}

/** Least-recently-used cache of values by key, which are created on first use. */
export class Cache<Key, Value> {
  private readonly values = new Map<Key, Value>();
  private readonly most: number;
  private readonly make: (key: Key) => Value;

  constructor(most: number, make: (key: Key) => Value) {
    this.most = most;
    this.make = make;
  }

  /** Returns a cached value; undefined if there is none. */
  peek(key: Key): Value | undefined {
    return this.values.get(key);
  }

  get(key: Key): Value {
    const value = this.values.has(key) ? this.values.get(key)! : this.make(key);
    remember(this.values, key, value, this.most);
    return value;
  }
}
