#!/usr/bin/env node
/**
 * Entry point. It runs on any version of Node and checks the version before it loads anything else, because native
 * modules crash an older Node without a message.
 */
const MIN_NODE = [22, 18] as const;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major > MIN_NODE[0] || (major === MIN_NODE[0] && minor >= MIN_NODE[1])) {
  const { main } = await import('./main.ts');
  const { handleUncaughtErrors } = await import('./uncaught-errors.ts');
  handleUncaughtErrors({ json: process.argv.includes('--json') });
  process.exitCode = await main(process.argv.slice(2));
} else {
  const message = `Portrait needs Node.js ${MIN_NODE.join('.')} or newer; this is ${process.versions.node}.`;
  const hint = '"npm ci" installs Node.js 24: run "npx portrait …" or "npm run …" in Portrait’s folder.';
  const error = { code: 'NODE_TOO_OLD', message, hint };
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ error })}\n`);
  else process.stderr.write(`${message}\n${hint}\n`);
  process.exitCode = 1;
}
