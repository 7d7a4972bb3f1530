import type { Database } from 'better-sqlite3';
import type { Output, Parsed } from '../../../shared/contract/index.ts';
import type { Definition } from '../../../shared/contract/segment.ts';
import { userCount } from '../store/names/name-lookup.ts';
import { segmentMembers } from '../store/segments/segments.ts';
import { type Comparison, compareWithEveryone } from './compare-with-everyone.ts';
import { membersOf, parseDefinition, ruleText } from './definition.ts';
import { namedFeatures } from './named-features.ts';

interface LiftInput {
  /** Id of a saved segment. */
  readonly segment: number;
  readonly definition: Definition;
  readonly minimumUsers: number;
  readonly liftRows: number;
}

/** Queries that scan all events, so that they may take longer than the engine's thread may be busy. */
export const segmentQueries = {
  preview(db: Database, { definition, ...options }: Parsed<'segment.preview'>): Output<'segment.preview'> {
    const parsed = parseDefinition(db, definition);
    const members = membersOf(db, parsed);
    const comparison = compareWithEveryone(db, members, { ...options, isOmitted: namedFeatures(db, parsed) });
    return { size: members.length, users: userCount(db), rule: ruleText(parsed), ...comparison };
  },
  members: (db: Database, definition: Definition): Int32Array => membersOf(db, definition),
  lift: (db: Database, { segment, definition, ...options }: LiftInput): Comparison =>
    compareWithEveryone(db, segmentMembers(db, segment), { ...options, isOmitted: namedFeatures(db, definition) }),
};

export type SegmentQuery = keyof typeof segmentQueries;
export type QueryInput<Q extends SegmentQuery> = Parameters<(typeof segmentQueries)[Q]>[1];
export type QueryOutput<Q extends SegmentQuery> = ReturnType<(typeof segmentQueries)[Q]>;
