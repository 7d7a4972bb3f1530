import type { Output, Parsed } from '../../../shared/contract/index.ts';
import { hasDrifted } from '../../../shared/domain/drift.ts';
import { unknownItems } from '../columns/unknown-items.ts';
import { readRunConfig } from '../runs/run-files.ts';
import { DAY } from '../store/events/times.ts';
import type { QueryState } from './query-state.ts';

/** Number of days at the end of the data that are compared with the time before. */
const DAYS = 30;

/** Answers `train.drift`. */
export function runDrift(state: QueryState, { run }: Parsed<'train.drift'>): Output<'train.drift'> {
  const { vocabulary } = readRunConfig(state.workspace.path, run);
  const { columns } = state.requireColumnar();
  const end = columns.lastTime();
  const { values } = vocabulary.fields.item;
  if (Number.isNaN(end) || values.length === 0) return { drift: null };
  const known = new Uint8Array(columns.maxIds.item + 1);
  for (const id of values) if (id < known.length) known[id] = 1;
  const periods = unknownItems(columns.events, known, end - DAYS * DAY);
  return { drift: { days: DAYS, ...periods, drifted: hasDrifted(periods) } };
}
