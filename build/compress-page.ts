import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Minimum size in bytes: a smaller file fits into one packet with its headers, so compression saves no time. */
const MIN_SIZE = 1024;

/**
 * Writes the brotli (`.br`) and gzip (`.gz`) form of each text file of the built page beside it, at the highest level.
 * The browser host sends them; the desktop host reads the plain files, and installers contain only those.
 */
function compressPage(folder: string): void {
  for (const name of globSync('**/*.{html,js,css,svg,json}', { cwd: folder })) {
    const path = join(folder, name);
    const bytes = readFileSync(path);
    if (bytes.length < MIN_SIZE) continue;
    writeFileSync(
      `${path}.br`,
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    );
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }));
  }
}

const folder = fileURLToPath(new URL('../dist/renderer', import.meta.url));
if (!existsSync(join(folder, 'index.html'))) throw new Error(`Build the page before its compressed forms: ${folder}`);
compressPage(folder);
