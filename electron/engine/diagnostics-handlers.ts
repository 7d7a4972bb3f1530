import { arch, availableParallelism, platform, release, totalmem } from 'node:os';
import { relative } from 'node:path';
import type { Diagnostics } from '../../shared/contract/diagnostics.ts';
import type { Handlers } from '../../shared/contract/handlers.ts';
import { version } from '../version.ts';
import type { EngineContext } from './engine-context.ts';
import { latestSchema, schemaOf } from './store/migrate.ts';

const LOG_LINES = 40;
const BYTES_PER_GIB = 2 ** 30;

export const diagnosticsHandlers = {
  'diagnostics.get': (_input, context) => diagnose(context),
  'diagnostics.report': ({ page, errors, components }, { log, faultReports }) => {
    const discarded = faultReports.allow();
    if (discarded !== null) log.error('window failed', errors, { page, components, discarded });
    return { accepted: discarded !== null };
  },
} satisfies Partial<Handlers<EngineContext>>;

function diagnose(context: EngineContext): Diagnostics {
  const { backends, requested, inUse, threads } = context.backends.list();
  const { log } = context;
  return {
    version,
    platform: `${platform()} ${release()} ${arch()}`,
    node: process.versions.node,
    electron: process.versions.electron ?? null,
    cores: availableParallelism(),
    memory: Math.round((10 * totalmem()) / BYTES_PER_GIB) / 10,
    threads,
    backends: backends.map(({ name, device, rate, error }) => ({ name, device, rate, error: error?.code ?? null })),
    requestedBackend: requested,
    backendInUse: inUse,
    schema: {
      latest: latestSchema,
      workspace: context.hasWorkspace() ? schemaOf(context.workspace().db) : null,
    },
    log: {
      file: log.file && relative(context.files.home, log.file),
      level: log.level,
      lines: log.lastLines(LOG_LINES),
    },
  };
}
