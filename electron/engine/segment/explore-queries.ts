import type { Output, Parsed } from '../../../shared/contract/index.ts';
import type { Rule } from '../../../shared/domain/rule.ts';
import { printRule } from '../../../shared/domain/rule-print.ts';
import { textColumn } from '../../../shared/domain/text-column.ts';
import { countFacets } from '../columns/facets/count-facets.ts';
import { sizeOf } from '../columns/masks.ts';
import { colourOf } from '../map/colour.ts';
import { mapExists, mapIds, mapNotFound, mapUserNames } from '../store/map/map-points.ts';
import { userCount } from '../store/names/name-lookup.ts';
import { parsedRule } from './definition.ts';
import { memberPage, pageUsers } from './member-page.ts';
import type { QueryState } from './query-state.ts';
import { traitColour } from './traits/trait-colour.ts';
import { traitValuesOf } from './traits/trait-values-of.ts';

/** Queries of the Explore page. */
export const exploreQueries = {
  points(state: QueryState, { map }: Parsed<'map.points'>): Output<'map.points'> {
    const { db } = state.workspace;
    if (!mapExists(db, map)) throw mapNotFound(map);
    const { users, x, y, cluster } = state.mapColumns(map);
    const names = textColumn(mapUserNames(db, map));
    return { users, names, x: new Float32Array(x), y: new Float32Array(y), cluster };
  },
  colour(state: QueryState, { map, by }: Parsed<'map.colour'>): Output<'map.colour'> {
    const { db } = state.workspace;
    if (!mapExists(db, map)) throw mapNotFound(map);
    if (by.kind === 'trait') return traitColour(state, { map, name: by.name });
    const { users } = state.mapColumns(map);
    return colourOf(db, { users, measures: () => state.measuresOf(users) }, by);
  },
  select(state: QueryState, { rule: input, map }: Parsed<'explore.select'>): Output<'explore.select'> {
    const rule = selectedRule(state, input, map);
    const { db } = state.workspace;
    const members = membersOf(state, rule);
    const bits = mapBits(map === null ? [] : state.mapColumns(map).users, members);
    return { size: members.length, users: userCount(db), rule: rule && printRule(rule), ...bits };
  },
  facets(state: QueryState, { rule: input, map, limit }: Parsed<'explore.facets'>): Output<'explore.facets'> {
    const rule = selectedRule(state, input, map);
    const { columns, evaluator } = state.requireColumnar();
    const everyone = columns.everyone();
    const maskOf = (part: Rule | null) => (part ? evaluator.mask(part) : everyone);
    return {
      size: sizeOf(maskOf(rule)),
      users: columns.rows.count,
      facets: countFacets(state.facetFeatures(map), { rule, maskOf, limit }),
    };
  },
  users(state: QueryState, { rule: input, map, traits, ...page }: Parsed<'explore.users'>): Output<'explore.users'> {
    const rule = selectedRule(state, input, map);
    const { db } = state.workspace;
    const members = membersOf(state, rule);
    const pageOptions = { ...page, map: map ?? mapIds(db)[0] ?? null };
    const users = pageUsers(state, members, pageOptions);
    return {
      size: members.length,
      members: {
        ...memberPage(state, users, pageOptions.map),
        traits: traits.map((name) => traitValuesOf(state, name, users)),
      },
    };
  },
};

/** Throws MAP_NOT_FOUND, RULE_SYNTAX and RULE_TOO_LARGE. */
function selectedRule(
  { workspace: { db } }: QueryState,
  input: Parsed<'explore.select'>['rule'],
  map: string | null,
): Rule | null {
  if (map !== null && !mapExists(db, map)) throw mapNotFound(map);
  return input === null ? null : parsedRule(db, input);
}

function membersOf(state: QueryState, rule: Rule | null): Int32Array {
  return rule ? state.evaluator().members(rule) : state.userIds();
}

/** Marks which of the users of a map (ascending) are members (ascending). */
function mapBits(users: ArrayLike<number>, members: Int32Array): { members: Uint8Array; onMap: number } {
  const bits = new Uint8Array(Math.ceil(users.length / 8));
  let onMap = 0;
  let m = 0;
  for (let i = 0; i < users.length; i++) {
    while (m < members.length && members[m]! < users[i]!) m++;
    if (members[m] !== users[i]) continue;
    bits[i >> 3]! |= 1 << (i & 7);
    onMap++;
  }
  return { members: bits, onMap };
}
