/** The choice of the backend that models are computed with. */
export const backends = {
  threads_one: '{{count}} thread',
  threads_other: '{{count}} threads',
  title: 'Compute backend',
  help: 'Applies from the next job, to all workspaces on this computer. An interrupted training can resume on any backend.',
  auto: 'Automatic',
  autoHelp: 'the fastest one with correct results',
  rate: '{{rate}} events/s',
  rateHelp: 'Training speed of a small model; for WebAssembly, on one thread.',
  software: 'Software GPU: correct, but slow.',
  unmeasured: 'Not measured yet',
  running: 'Measuring…',
  measure: 'Measure',
  measureAgain: 'Measure again',
  measuring: 'Each backend is tested and timed. Jobs can run meanwhile.',
  measured: 'Measured {{time}}',
  inUse: 'in use',
};
