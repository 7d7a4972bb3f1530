/** Ids of the latest messages, by which a repeated one is recognised; the oldest are forgotten. */
export class RecentIds {
  private readonly capacity: number;
  private readonly ids = new Set<string>();

  constructor(capacity: number) {
    this.capacity = capacity;
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }

  add(id: string): void {
    this.ids.add(id);
    if (this.ids.size > this.capacity) this.ids.delete(this.ids.values().next().value!);
  }

  delete(id: string): void {
    this.ids.delete(id);
  }
}
