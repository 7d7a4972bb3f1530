import { findChromium } from './chromium.ts';

/** Run before the tests, so that a missing browser is told at once and not after minutes. */
try {
  process.stdout.write(`The workbench is tested in ${findChromium()}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
