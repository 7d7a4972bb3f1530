import { describeEvaluation } from '../commands/evaluation-text.ts';
import { describeMap, mapJson } from '../commands/map.ts';
import { liftTable } from '../lifts.ts';
import { count, paragraphs, share } from '../text.ts';
import type { DemoResult } from './run-demo.ts';

const LIFTS_SHOWN = 8;

/** Describes the demo's results as text. */
export function describeDemo({ workspace, imported, evaluation, map, segment, export: file }: DemoResult): string {
  const shop = `${count(imported.events)} events of ${count(imported.users)} users and ${count(imported.items)} items`;
  return paragraphs(
    `Sample shop (synthetic): ${shop}\n  ${workspace}`,
    describeEvaluation(evaluation),
    describeMap(map),
    `Segment “${segment.name}”: ${count(segment.size)} users (${share(segment.size / segment.users)})`,
    liftTable(segment.lift, LIFTS_SHOWN),
    `Exported to ${file.file}`,
  );
}

/** The demo's results as JSON. */
export function demoJson({ workspace, imported, training, evaluation, map, segment, export: file }: DemoResult) {
  const { id, name, size, lift } = segment;
  const demo = { workspace, imported, training, evaluation, map: mapJson(map) };
  return { ...demo, segment: { segment: id, name, size, lift }, export: file };
}
