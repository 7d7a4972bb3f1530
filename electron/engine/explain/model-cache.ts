import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { modelFolder } from '../store/workspace.ts';

interface Model {
  dispose(): void;
}

/** Least-recently-used cache of loaded models of one kind, per thread. */
export class ModelCache<M extends Model> {
  private readonly load: (workspace: string, id: string) => Promise<M>;
  private readonly capacity: number;
  /** By the run's folder, most recently used last. */
  private readonly models = new Map<string, { readonly model: M; readonly files: string }>();

  constructor(load: (workspace: string, id: string) => Promise<M>, capacity: number) {
    this.load = load;
    this.capacity = capacity;
  }

  /**
   * Returns a run's model; loads it if it is not cached or its files have changed. The cache disposes the model, not
   * the caller. Throws the errors of `load`.
   */
  async get(workspace: string, id: string): Promise<M> {
    const folder = modelFolder(workspace, id);
    const files = fingerprintOf(folder);
    const cached = this.models.get(folder);
    this.models.delete(folder);
    if (cached && cached.files === files) {
      this.models.set(folder, cached);
      return cached.model;
    }
    cached?.model.dispose();
    const model = await this.load(workspace, id);
    this.models.set(folder, { model, files });
    for (const [oldest, { model: evicted }] of this.models) {
      if (this.models.size <= this.capacity) break;
      this.models.delete(oldest);
      evicted.dispose();
    }
    return model;
  }
}

/** Returns a fingerprint of a folder's files that changes when they are replaced. */
function fingerprintOf(folder: string): string {
  if (!existsSync(folder)) return '';
  const names = readdirSync(folder).sort();
  return names
    .map((name) => {
      const { ino, size, mtimeNs } = statSync(join(folder, name), { bigint: true });
      return `${name} ${ino} ${size} ${mtimeNs}`;
    })
    .join('\n');
}
