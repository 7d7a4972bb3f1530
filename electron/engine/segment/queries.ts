import type { Output, Parsed } from '../../../shared/contract/index.ts';
import type { Definition, Members } from '../../../shared/contract/segment.ts';
import { customerBase } from '../profile/base/customer-base.ts';
import { userPortrait } from '../profile/portrait/user-portrait.ts';
import { userCount } from '../store/names/name-lookup.ts';
import { searchNames } from '../store/names/search.ts';
import { segmentMembers } from '../store/segments/segments.ts';
import { type Comparison, compareWithEveryone } from './compare-with-everyone.ts';
import { membersOf, parseDefinition, ruleText } from './definition.ts';
import { exploreQueries } from './explore-queries.ts';
import { memberPage, type PageOptions, pageUsers } from './member-page.ts';
import { namedFeatures } from './named-features.ts';
import type { QueryState } from './query-state.ts';
import { runDrift } from './run-drift.ts';
import { traitPreview } from './traits/preview.ts';
import { traitTable } from './traits/trait-cells.ts';

interface LiftInput {
  /** Id of a saved segment. */
  readonly segment: number;
  readonly definition: Definition;
  readonly minimumUsers: number;
  readonly liftRows: number;
}

interface PageInput extends PageOptions {
  /** Id of a saved segment. */
  readonly segment: number;
}

/** Queries that scan all events or all names and would block the engine's thread for too long. */
export const segmentQueries = {
  ...exploreQueries,
  preview(state: QueryState, { definition, ...options }: Parsed<'segment.preview'>): Output<'segment.preview'> {
    const { db } = state.workspace;
    const parsed = parseDefinition(db, definition);
    const members = membersOf(db, state.evaluator(), parsed);
    const comparison = compareWithEveryone(db, members, {
      ...options,
      ...state.featureCounter(),
      isOmitted: namedFeatures(db, parsed),
    });
    return { size: members.length, users: userCount(db), rule: ruleText(parsed), ...comparison };
  },
  portrait: (state: QueryState, input: Parsed<'profile.user'>): Output<'profile.user'> =>
    userPortrait(
      { workspace: state.workspace, shop: state.shopFigures(), mapColumns: (map) => state.mapColumns(map) },
      input,
    ),
  base: (state: QueryState, { until }: Parsed<'profile.base'>): Output<'profile.base'> =>
    customerBase(state.workspace.db, state.shopFigures(), until),
  search: ({ workspace: { db } }: QueryState, input: Parsed<'names.search'>) => searchNames(db, input),
  drift: runDrift,
  traitPreview,
  traitTable: (state: QueryState, _input: Record<string, never>) => traitTable(state),
  members: (state: QueryState, definition: Definition): Int32Array =>
    membersOf(state.workspace.db, state.evaluator(), definition),
  page: (state: QueryState, { segment, ...page }: PageInput): Members =>
    memberPage(state, pageUsers(state, segmentMembers(state.workspace.db, segment), page), page.map),
  lift(state: QueryState, { segment, definition, ...options }: LiftInput): Comparison {
    const { db } = state.workspace;
    const isOmitted = namedFeatures(db, definition);
    return compareWithEveryone(db, segmentMembers(db, segment), { ...options, ...state.featureCounter(), isOmitted });
  },
};

export type SegmentQuery = keyof typeof segmentQueries;
export type QueryInput<Q extends SegmentQuery> = Parameters<(typeof segmentQueries)[Q]>[1];
export type QueryOutput<Q extends SegmentQuery> = ReturnType<(typeof segmentQueries)[Q]>;
