/**
 * `node bench/support/build-tensorflow.ts FOLDER`: builds @tensorflow/tfjs-node in its own folder where its prebuilt
 * library is not available, by compiling the C++ source of the npm package against TensorFlow from the Python wheel.
 * For Linux; needs npm, pip and g++, about 200 MB of downloads and 1.5 GB of disk. Portrait finds the folder through
 * `PORTRAIT_TENSORFLOW`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

/** Close to 2.9, for which the package was made. */
const WHEEL = 'tensorflow-cpu==2.15.1';
const WHEEL_FOR_PYTHON = '3.11';
const SOURCES = ['tfjs_backend', 'tfjs_binding'];

const [target] = process.argv.slice(2);
if (!target) stop('Usage: node bench/support/build-tensorflow.ts FOLDER', 2);
if (process.platform !== 'linux') stop('The wheel’s library can be linked on Linux only.', 1);
for (const [tool, ...args] of [
  ['npm', '--version'],
  ['python3', '-m', 'pip', '--version'],
  ['g++', '--version'],
] as const) {
  if (spawnSync(tool, args).status !== 0) stop(`${[tool, ...args.slice(0, -1)].join(' ')} is needed and not found.`, 1);
}

const folder = resolve(target);
const python = join(folder, 'python');
const wheel = join(python, 'tensorflow');
const modules = join(folder, 'node_modules');
const source = join(modules, '@tensorflow', 'tfjs-node');
/**
 * Folder in which node-pre-gyp, which the package uses to find its binding, looks for it in all current Node versions.
 */
const binding = join(source, 'lib', 'napi-v8');

mkdirSync(folder, { recursive: true });
installPackage();
installWheel();
mkdirSync(binding, { recursive: true });
for (const name of SOURCES) compile(name);
link();
process.stdout.write(`Done. Run Portrait, its tests or its benchmarks with PORTRAIT_TENSORFLOW=${folder}\n`);

/**
 * Installs the same version as Portrait's TensorFlow.js, without its install script, which downloads the library; and
 * Node-API's headers.
 */
function installPackage(): void {
  const { version }: { version: string } = createRequire(import.meta.url)('@tensorflow/tfjs-core/package.json');
  const packages = [`@tensorflow/tfjs-node@${version}`, 'node-api-headers'];
  run('npm', ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', ...packages]);
}

/** Unpacks the wheel without installing it, since its Python version may differ from the one that runs pip. */
function installWheel(): void {
  const place = ['--target', python, '--upgrade', '--no-deps', '--no-compile'];
  const kind = ['--only-binary', ':all:', '--python-version', WHEEL_FOR_PYTHON];
  run('python3', ['-m', 'pip', 'install', '--disable-pip-version-check', ...place, ...kind, WHEEL]);
}

function compile(name: string): void {
  const headers = [join(modules, 'node-api-headers', 'include'), join(wheel, 'include')].map((path) => `-I${path}`);
  const options = ['-std=c++17', '-O2', '-fPIC', '-DNAPI_VERSION=8', ...headers];
  run('g++', [...options, '-c', join(source, 'binding', `${name}.cc`), '-o', join(binding, `${name}.o`)]);
}

/** Libraries are found relative to the binding, so the folder can be moved. */
function link(): void {
  const objects = SOURCES.map((name) => join(binding, `${name}.o`));
  const libraries = [`-L${wheel}`, '-l:libtensorflow_cc.so.2', '-l:libtensorflow_framework.so.2'];
  const search = '-Wl,-rpath,$ORIGIN/../../../../../python/tensorflow';
  run('g++', ['-shared', ...objects, ...libraries, search, '-o', join(binding, 'tfjs_binding.node')]);
}

function run(command: string, args: readonly string[]): void {
  process.stdout.write(`$ ${[command, ...args].join(' ')}\n`);
  if (spawnSync(command, args, { stdio: 'inherit' }).status !== 0) stop(`${command} failed.`, 1);
}

function stop(why: string, status: number): never {
  process.stderr.write(`${why}\n`);
  process.exit(status);
}
