/** Device names of Windows, which are reserved with any extension and in any folder. */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³]) *(\..*)?$/i;

/** Whether Windows reserves a file name; a file of that name cannot be copied there. */
export const isReservedName = (name: string): boolean => RESERVED.test(name);

/** Returns the name, prefixed with `_` if Windows reserves it. */
export const portableName = (name: string): string => (isReservedName(name) ? `_${name}` : name);

/**
 * Returns a workspace name derived from a file's name: without extensions and without characters that a folder name
 * cannot contain.
 */
export function workspaceNameFor(fileName: string): string {
  const name = fileName
    .replace(/(\.\w{1,8})+$/, '')
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_')
    .replaceAll(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80);
  return name === '' ? '_' : portableName(name);
}
