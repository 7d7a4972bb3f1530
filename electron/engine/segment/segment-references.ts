import type { Database } from 'better-sqlite3';
import type { Definition } from '../../../shared/contract/segment.ts';
import { partsOf, type Rule } from '../../../shared/domain/rule.ts';
import { PortraitError } from '../../../shared/errors.ts';
import { segmentRow } from '../store/segments/segments.ts';
import { summaryOf } from './saved-segments.ts';

/**
 * Throws RULE_CIRCULAR if a segment of this name with this definition would refer to itself, directly or through other
 * segments.
 */
export function requireNoCircle(db: Database, name: string, definition: Definition): void {
  const reached = new Set<string>();
  const visit = (current: Definition, path: readonly string[]): void => {
    for (const reference of 'rule' in current ? references(current.rule) : []) {
      const nextPath = [...path, reference];
      if (reference === name) throw circular(name, nextPath);
      if (reached.has(reference)) continue;
      reached.add(reference);
      const row = segmentRow(db, reference);
      if (row) visit(summaryOf(row).definition, nextPath);
    }
  };
  visit(definition, [name]);
}

/** Returns the names of the segments that a rule refers to. */
function references(rule: Rule): string[] {
  return 'segment' in rule ? [rule.segment] : partsOf(rule).flatMap(references);
}

function circular(segment: string, path: readonly string[]): PortraitError {
  return new PortraitError({
    code: 'RULE_CIRCULAR',
    message: `The rule of the segment “${segment}” refers to itself: ${path.join(' → ')}.`,
    hint: 'Remove the reference, or choose another name.',
    details: { segment, path },
  });
}
