import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { WorkspaceFigures, type WorkspaceOverview } from '../../shared/contract/workspace.ts';
import { writeJson } from './files/write-file-atomic.ts';
import { databaseFile, SUFFIX, workspaceName } from './store/workspace.ts';

const Recent = z.object({ path: z.string(), used: z.number(), figures: WorkspaceFigures.nullable() });
type Recent = z.infer<typeof Recent>;

/** Maximum number of remembered workspaces. */
const MAX_RECENTS = 50;

const recentsFile = (home: string) => join(home, 'recents.json');

/** Returns the recently opened workspaces; none if the file is missing or damaged, in which case no data is lost. */
function readRecents(home: string): Recent[] {
  try {
    return z.array(Recent).parse(JSON.parse(readFileSync(recentsFile(home), 'utf8')));
  } catch {
    return [];
  }
}

/** Whether a workspace was opened before, so that a page may open it in any folder. */
export function isRecent(home: string, path: string): boolean {
  return readRecents(home).some((recent) => recent.path === path);
}

/** Records that a workspace is in use and, if given, its figures. Throws errors of the file system. */
export function rememberWorkspace(home: string, path: string, figures?: WorkspaceFigures): void {
  const recents = readRecents(home);
  const earlier = recents.find((recent) => recent.path === path);
  const others = recents.filter((recent) => recent !== earlier);
  const recent: Recent = { path, used: Date.now(), figures: figures ?? earlier?.figures ?? null };
  writeJson(recentsFile(home), [recent, ...others].slice(0, MAX_RECENTS));
}

/** Removes a workspace from the list, or changes its path after it was moved. */
export function moveRecent(home: string, path: string, moved: string | null): void {
  const recents = readRecents(home).flatMap((recent) => {
    if (recent.path !== path) return [recent];
    return moved === null ? [] : [{ ...recent, path: moved }];
  });
  writeJson(recentsFile(home), recents);
}

/** Lists the workspaces in the home folder and those opened elsewhere before, the most recently used first. */
export function listWorkspaces(home: string): WorkspaceOverview[] {
  const recents = new Map(readRecents(home).map((recent) => [recent.path, recent]));
  const inHome = existsSync(home) ? readdirSync(home).filter((name) => name.endsWith(SUFFIX)) : [];
  return [...new Set([...recents.keys(), ...inHome.map((name) => join(home, name))])]
    .flatMap((path) => {
      const database = statSync(databaseFile(path), { throwIfNoEntry: false });
      if (!database) return [];
      const { used = 0, figures = null } = recents.get(path) ?? {};
      return [{ name: workspaceName(path), path, used: Math.max(used, Math.round(database.mtimeMs)), figures }];
    })
    .sort((a, b) => b.used - a.used);
}
