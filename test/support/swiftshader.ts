import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findChromium } from './chromium.ts';

/**
 * What a process must be started with to find a GPU that Chromium's SwiftShader plays, for correctness and not for speed; null,
 * with a printed reason, where Chromium does not bring it.
 */
export function swiftShader(): Record<string, string> | null {
  if (process.platform === 'linux') {
    for (const folder of [dirname(realpathSync(findChromium())), '/usr/lib/chromium']) {
      const driver = join(folder, 'vk_swiftshader_icd.json');
      if (existsSync(driver) && existsSync(join(folder, 'libvulkan.so.1'))) {
        return { LD_LIBRARY_PATH: folder, VK_ICD_FILENAMES: driver };
      }
    }
  }
  process.stderr.write('Skipped: no Chromium here brings SwiftShader, which would play a GPU\n');
  return null;
}
