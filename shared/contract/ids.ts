import { z } from 'zod';

/** Ids that the engine assigns. Runs, searches and jobs have a folder of that name in the workspace. */
const FORMS = {
  /** A run (predictions are runs), a search, or a trial of a search. */
  run: /^(run-\d{1,15}|search-\d{1,15}(\/trial-\d{1,15})?)$/,
  job: /^job-\d{1,15}$/,
  brief: /^brief-\d{1,15}$/,
  map: /^map-\d{1,15}$/,
} as const satisfies Record<string, RegExp>;
export type IdKind = keyof typeof FORMS;

/** Whether a text has the form of an id of this kind; a path never has. */
export function isId(kind: IdKind, text: string): boolean {
  return FORMS[kind].test(text);
}

/** By `params.text` the engine answers an id of another form as one that does not exist. */
const id = (kind: IdKind) =>
  z.string().refine((text) => isId(kind, text), { error: `expected the id of a ${kind}`, params: { text: kind } });

export const RunId = id('run');
export const JobId = id('job');
export const MapId = id('map');
export const BriefId = id('brief');
