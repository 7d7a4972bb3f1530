import type { Diagnostics } from '../contract/diagnostics.ts';

/** Returns diagnostics as text for an issue: one fact a line, then the last entries of the log. */
export function diagnosticsText(diagnostics: Diagnostics): string {
  const { version, platform, node, electron, cores, memory, threads, schema, log } = diagnostics;
  const rows: readonly (readonly [string, string])[] = [
    ['Portrait', version],
    ['Platform', platform],
    ['Node.js', node],
    ...(electron ? [['Electron', electron] as const] : []),
    ['Processor', `${cores} cores, ${threads} threads, ${memory} GiB`],
    ['Backend', `${diagnostics.backendInUse} (${diagnostics.requestedBackend})`],
    ...diagnostics.backends.map((backend) => [`  ${backend.name}`, backendText(backend)] as const),
    ['Schema', `${schema.latest}, workspace ${schema.workspace ?? 'not open'}`],
    ['Log', `${log.file ?? 'not written'}, level ${log.level}`],
  ];
  return [...rows.map(([label, value]) => `${label}: ${value}`), ...log.lines].join('\n');
}

function backendText({ device, rate, error }: Diagnostics['backends'][number]): string {
  const facts = [device, rate === null ? null : `${Math.round(rate)} events/s`, error];
  return facts.filter((fact) => fact !== null).join(', ') || 'not measured';
}
