import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findChromium } from '../../build/chromium.ts';

/**
 * Returns the environment variables with which a process finds Chromium's SwiftShader as a GPU (for correctness, not
 * speed); null, after printing the reason, if Chromium does not include it.
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
