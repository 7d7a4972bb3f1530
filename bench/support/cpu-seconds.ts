/** Returns the processor time since a point in time; on a shared machine, wall time depends on other load. */
export function cpuSeconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}
