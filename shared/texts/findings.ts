import type { Finding } from '../domain/finding.ts';
import { fillText } from './fill-text.ts';

/** English texts of what a check of a workspace finds, by code. */
export const findings = {
  'database-missing': 'The database (workspace.db) is missing.',
  'database-empty': 'The database is empty, although the workspace has other files.',
  'database-foreign': 'The database belongs to another program.',
  'schema-differs': 'The tables of the database are not those of its version.',
  'schema-newer':
    'The database was saved by a newer version of Portrait (schema {{version}}; this version supports {{supported}}).',
  'database-damaged': 'The database is damaged: {{systemMessage}}',
  'dangling-rows_one': '{{count}} row of the table {{table}} refers to a row of {{parent}} that does not exist.',
  'dangling-rows_other': '{{count}} rows of the table {{table}} refer to rows of {{parent}} that do not exist.',
  'segment-without-map': 'The segment “{{segment}}” needs {{map}}, which does not exist. Its members are kept.',
  'run-without-folder': '{{run}} has no folder with its model.',
  'folder-without-run': 'The folder models/{{folder}} belongs to no run.',
  'run-damaged': 'The file {{file}} of {{run}} is missing or damaged.',
  'job-damaged': 'The folder jobs/{{folder}} holds no job record that can be read.',
  'half-file': '{{file}} was left half written by an interrupted process.',
  'permissions-wide_one': '{{file}} is accessible to more users of this computer than the workspace.',
  'permissions-wide_other':
    '{{count}} files, such as {{file}}, are accessible to more users of this computer than the workspace.',
  'workspace-shared': 'Other users of this computer have access to the workspace (mode {{mode}}).',
};

/** English texts of whether a finding was, can or cannot be repaired. */
export const repairs = {
  done: 'Repaired.',
  possible: 'Can be repaired.',
  impossible: 'Cannot be repaired here.',
};

/** Returns a finding in English. */
export function findingText({ code, params }: Finding): string {
  return fillText(findings, code, { ...params });
}
