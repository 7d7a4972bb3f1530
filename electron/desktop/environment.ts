/** What the engine's process may see of the environment: where things are and how to speak, no secrets of other programs. */
const ALLOWED =
  /^(PATH|HOME|USERPROFILE|LOCALAPPDATA|APPDATA|SYSTEMROOT|WINDIR|TEMP|TMP|TMPDIR|TZ|LANG|LC_\w+|PORTRAIT_\w+|CUDA_\w+)$/i;

export function engineEnvironment(all: NodeJS.ProcessEnv): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(all)) {
    if (value !== undefined && ALLOWED.test(name)) kept[name] = value;
  }
  return kept;
}
