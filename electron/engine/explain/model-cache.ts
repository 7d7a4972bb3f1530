import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { modelFolder } from '../store/workspace.ts';

interface Model {
  dispose(): void;
}

/** Models of one kind that a thread keeps between two questions. */
export class KeptModels<M extends Model> {
  private readonly load: (workspace: string, id: string) => Promise<M>;
  private readonly most: number;
  /** By the run's folder, the one that was asked for last at the end. */
  private readonly kept = new Map<string, { readonly model: M; readonly files: string }>();

  constructor(load: (workspace: string, id: string) => Promise<M>, most: number) {
    this.load = load;
    this.most = most;
  }

  /**
   * A run's model, loaded where it is not kept or its files are not those of before. It is not the caller's to dispose of.
   * Throws what loading it throws.
   */
  async of(workspace: string, id: string): Promise<M> {
    const folder = modelFolder(workspace, id);
    const files = filesIn(folder);
    const known = this.kept.get(folder);
    this.kept.delete(folder);
    if (known && known.files === files) {
      this.kept.set(folder, known);
      return known.model;
    }
    known?.model.dispose();
    const model = await this.load(workspace, id);
    this.kept.set(folder, { model, files });
    for (const [oldest, { model: old }] of this.kept) {
      if (this.kept.size <= this.most) break;
      this.kept.delete(oldest);
      old.dispose();
    }
    return model;
  }
}

/** What tells a folder's files from others that were put in their place. */
function filesIn(folder: string): string {
  if (!existsSync(folder)) return '';
  const names = readdirSync(folder).sort();
  return names
    .map((name) => {
      const { ino, size, mtimeNs } = statSync(join(folder, name), { bigint: true });
      return `${name} ${ino} ${size} ${mtimeNs}`;
    })
    .join('\n');
}
