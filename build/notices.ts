import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isAllowed } from './allowed-licences.ts';
import { type ShippedPackage, shippedPackages } from './shipped-packages.ts';

function noticeOf({ name, version, licence, texts }: ShippedPackage): string {
  const licenceFiles = texts?.length ? texts : ['The package contains no file with its licence.'];
  return [`${name} ${version}`, `Licence: ${licence}`, ...licenceFiles].join('\n\n');
}

/**
 * Checks the licences of all packages that are shipped, and fails on one that is not allowed. Given a file name, it also
 * writes their licences and notices there, as most of them require.
 */
const packages = shippedPackages(fileURLToPath(new URL('..', import.meta.url)));
const refused = packages.filter(({ name, licence }) => !isAllowed(name, licence));
for (const { name, licence } of refused)
  process.stderr.write(`${name} has the licence "${licence}", which build/allowed-licences.ts does not allow\n`);
process.exitCode = refused.length ? 1 : 0;

const file = process.argv[2];
if (file !== undefined) {
  mkdirSync(dirname(file), { recursive: true });
  const notices = packages.filter(({ texts }) => texts !== null).map(noticeOf);
  const separator = `\n\n${'-'.repeat(80)}\n\n`;
  writeFileSync(file, `${['Portrait contains these packages.', ...notices].join(separator)}\n`);
}
process.stdout.write(
  `${packages.length - refused.length} of ${packages.length} shipped packages have an allowed licence\n`,
);
