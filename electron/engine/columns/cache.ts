/** Adds a value as the one used last; deletes those not used for longest, until `most` are left. */
export function remember<Key, Value>(values: Map<Key, Value>, key: Key, value: Value, most: number): void {
  values.delete(key);
  values.set(key, value);
  for (const oldest of values.keys()) {
    if (values.size <= most) return;
    values.delete(oldest);
  }
}

/** Values by key, made when they are first needed; holds those that were used last. */
export class Cache<Key, Value> {
  private readonly values = new Map<Key, Value>();
  private readonly most: number;
  private readonly make: (key: Key) => Value;

  constructor(most: number, make: (key: Key) => Value) {
    this.most = most;
    this.make = make;
  }

  /** Returns a value that has been made and is still held; otherwise undefined. */
  peek(key: Key): Value | undefined {
    return this.values.get(key);
  }

  get(key: Key): Value {
    const value = this.values.has(key) ? this.values.get(key)! : this.make(key);
    remember(this.values, key, value, this.most);
    return value;
  }
}
