/** Environment variables passed to the engine process: paths and locale, but no secrets of other programs. */
const ALLOWED =
  /^(PATH|HOME|USERPROFILE|LOCALAPPDATA|APPDATA|SYSTEMROOT|WINDIR|TEMP|TMP|TMPDIR|TZ|LANG|LC_\w+|PORTRAIT_\w+|CUDA_\w+)$/i;

export function engineEnvironment(all: NodeJS.ProcessEnv): Record<string, string> {
  const allowed: Record<string, string> = {};
  for (const [name, value] of Object.entries(all)) {
    if (value !== undefined && ALLOWED.test(name)) allowed[name] = value;
  }
  return allowed;
}
