const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'];

/** Returns the log level that `PORTRAIT_DEBUG` names; any other value means debug. Without it, info. */
export function logLevel(setting = process.env.PORTRAIT_DEBUG): string {
  if (setting === undefined || setting === '' || setting === '0' || setting === 'false') return 'info';
  return LEVELS.includes(setting) ? setting : 'debug';
}
