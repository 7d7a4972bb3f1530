import { z } from 'zod';

/** A problem of a workspace: a code, and the parameters of its text in every language. */
const Fault = z.discriminatedUnion('code', [
  z.object({
    code: z.enum(['database-missing', 'database-empty', 'database-foreign', 'schema-differs']),
    params: z.object({}),
  }),
  z.object({ code: z.literal('schema-newer'), params: z.object({ version: z.number(), supported: z.number() }) }),
  /** `systemMessage` is SQLite's message. */
  z.object({ code: z.literal('database-damaged'), params: z.object({ systemMessage: z.string() }) }),
  /** `count` rows of a table refer to missing rows of another table. */
  z.object({
    code: z.literal('dangling-rows'),
    params: z.object({ count: z.number(), table: z.string(), parent: z.string() }),
  }),
  z.object({ code: z.literal('segment-without-map'), params: z.object({ segment: z.string(), map: z.string() }) }),
  z.object({ code: z.literal('run-without-folder'), params: z.object({ run: z.string() }) }),
  z.object({ code: z.literal('folder-without-run'), params: z.object({ folder: z.string() }) }),
  z.object({ code: z.literal('run-damaged'), params: z.object({ run: z.string(), file: z.string() }) }),
  z.object({ code: z.literal('job-damaged'), params: z.object({ folder: z.string() }) }),
  /** An incomplete file or folder of an interrupted process. */
  z.object({ code: z.literal('half-file'), params: z.object({ file: z.string() }) }),
  /** `count` files or folders, such as `file`, are accessible to more users than the workspace's folder. */
  z.object({ code: z.literal('permissions-wide'), params: z.object({ count: z.number(), file: z.string() }) }),
  /** The folder itself is accessible to others, which may be intended; `mode` is octal. */
  z.object({ code: z.literal('workspace-shared'), params: z.object({ mode: z.string() }) }),
]);

const Outcome = z.object({
  /** `information` is not a fault. */
  severity: z.enum(['error', 'warning', 'information']),
  repair: z.enum(['done', 'possible', 'impossible']),
});

export const Finding = z.intersection(Fault, Outcome);
export type Fault = z.infer<typeof Fault>;
export type Finding = z.infer<typeof Finding>;

/** Sizes of the parts of a workspace in bytes; files that backups share with the models count once, as models. */
export const PartSizes = z.object({
  database: z.number(),
  models: z.number(),
  jobs: z.number(),
  exports: z.number(),
  backups: z.number(),
  other: z.number(),
});
export type PartSizes = z.infer<typeof PartSizes>;

export const CheckReport = z.object({ path: z.string(), findings: z.array(Finding), sizes: PartSizes });
export type CheckReport = z.infer<typeof CheckReport>;

/** Whether a check found no unresolved problem. */
export function isSound({ findings }: CheckReport): boolean {
  return findings.every(({ severity, repair }) => severity === 'information' || repair === 'done');
}
