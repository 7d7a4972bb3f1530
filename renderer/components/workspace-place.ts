/**
 * Returns the parent folder of a workspace, which distinguishes workspaces of the same name; null for the home folder.
 */
export function workspacePlace(path: string, home: string): string | null {
  const end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  const folder = path.slice(0, end) || path.slice(0, end + 1);
  return folder === home ? null : folder;
}
