import { build } from 'vite';
import { serveBrowser } from '../electron/browser/serve-browser.ts';
import { portraitHome } from '../electron/engine/home.ts';

/**
 * Runs the browser host from source and rebuilds the page on each change; reload to see it. Changes of the host's own
 * code need a restart.
 */
await build({ build: { watch: {}, minify: false }, logLevel: 'warn' });
const host = await serveBrowser({ home: portraitHome(), workspace: process.argv[2] });
process.stdout.write(`${host.url}\n`);
