import { build } from 'vite';
import { serveBrowser } from '../electron/browser/serve-browser.ts';
import { portraitHome } from '../electron/engine/home.ts';

/** The browser host from source, with the page built again at each change: reload it to see. The host's own code needs a restart. */
await build({ build: { watch: {}, minify: false }, logLevel: 'warn' });
const host = await serveBrowser({ home: portraitHome(), workspace: process.argv[2] });
process.stdout.write(`${host.url}\n`);
