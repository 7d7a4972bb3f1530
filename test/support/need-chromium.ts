import { findChromium } from '../../build/chromium.ts';

/** Runs before the tests, so that a missing browser is reported immediately rather than after minutes. */
try {
  process.stdout.write(`The workbench is tested in ${findChromium()}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
