import type { IdKind } from '../../shared/contract/ids.ts';
import { type MethodName, methods, type Parsed } from '../../shared/contract/index.ts';
import { PortraitError } from '../../shared/errors.ts';
import { pathRefused } from './granted-paths.ts';
import { jobNotFound } from './jobs/job-not-found.ts';
import { briefNotFound } from './store/briefs/briefs.ts';
import { mapNotFound } from './store/map/map-points.ts';
import { runNotFound } from './store/models/run-not-found.ts';

/** Maximum number of characters of a refused text that its error quotes. */
const MAX_LENGTH = 100;

const refusals: Readonly<Record<IdKind | 'path', (text: string) => PortraitError>> = {
  run: runNotFound,
  job: jobNotFound,
  map: mapNotFound,
  brief: briefNotFound,
  path: (path) => pathRefused(path, null),
};

/**
 * Validates the input of a method and fills in defaults. Throws RUN_NOT_FOUND, JOB_NOT_FOUND, MAP_NOT_FOUND or
 * BRIEF_NOT_FOUND for a text that cannot be such an id, PATH_REFUSED for one that cannot be a path, and BAD_INPUT for other invalid values.
 */
export function parseInput<M extends MethodName>(method: M, input: unknown): Parsed<M> {
  const result = methods[method].input.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  const { issues } = result.error;
  for (const issue of issues) {
    const kind: unknown = issue.code === 'custom' ? issue.params?.text : undefined;
    if (isRefusable(kind)) throw refusals[kind](String(issue.input).slice(0, MAX_LENGTH));
  }
  const fields = issues.map(({ path }) => path.join('.') || 'input');
  const problems = issues.map(({ message }, at) => `${fields[at]}: ${message}`);
  throw new PortraitError({
    code: 'BAD_INPUT',
    message: `Invalid input for ${method}. ${problems.join('; ')}`,
    hint: 'Correct the values named and try again.',
    details: { method, fields },
  });
}

const isRefusable = (kind: unknown): kind is keyof typeof refusals =>
  typeof kind === 'string' && Object.hasOwn(refusals, kind);
