#!/usr/bin/env node
/**
 * The way in. It runs on any Node, and loads nothing that does not until the version has been checked: native modules end
 * an older Node without a word.
 */
const OLDEST = [22, 18] as const;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) {
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2));
} else {
  const message = `Portrait needs Node.js ${OLDEST.join('.')} or newer; this is ${process.versions.node}.`;
  const hint = '"npm ci" brings Node.js 24: run "npx portrait …", or "npm run …", in the folder of Portrait.';
  const error = { code: 'NODE_TOO_OLD', message, hint };
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ error })}\n`);
  else process.stderr.write(`${message}\n${hint}\n`);
  process.exitCode = 1;
}
