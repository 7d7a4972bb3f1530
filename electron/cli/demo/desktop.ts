import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const DOWNLOAD_MS = 120_000;
/** A desktop that exits with a failure within this time could not start. */
const STARTED_MS = 5_000;

/** Returns the path of Electron's executable, downloaded by its own installer if missing; null if unavailable. */
function electronBinary(): string | null {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
    const binary = () => {
      const file = join(folder, 'path.txt');
      return existsSync(file) ? join(folder, 'dist', readFileSync(file, 'utf8').trim()) : '';
    };
    if (!existsSync(binary())) {
      process.stderr.write('Downloading Electron, once, for at most two minutes (Ctrl-C skips it)…\n');
      const options = { timeout: DOWNLOAD_MS, stdio: 'ignore' } as const;
      spawnSync(process.execPath, [join(folder, 'install.js')], options);
    }
    return existsSync(binary()) ? binary() : null;
  } catch {
    return null;
  }
}

/** Opens a workspace in the desktop host and waits until it is closed; false if it could not start. */
export async function openDesktop(workspace: string): Promise<boolean> {
  const program = fileURLToPath(new URL('./desktop.js', import.meta.url));
  const electron = existsSync(program) ? electronBinary() : null;
  if (!electron) return false;
  const started = Date.now();
  const child = spawn(electron, [program, workspace], { stdio: ['ignore', 'ignore', 'inherit'] });
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(1));
    child.on('exit', resolve);
  });
  return code === 0 || Date.now() - started > STARTED_MS;
}
