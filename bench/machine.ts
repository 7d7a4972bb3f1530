import { arch, availableParallelism, cpus, platform, totalmem } from 'node:os';

/** Describes the machine of a benchmark run. */
export function machine() {
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${arch()}`,
    node: process.versions.node,
  };
}
