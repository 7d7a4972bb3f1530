import type { Route } from '../../base/route.ts';
import type { MapView } from '../../map/map-view.ts';
import { type ColourBy, colourKey, parseColourKey } from './colour-by.ts';

export const panels = ['users', 'differences', 'clusters'] as const;
/** Tabs of the panel below the map. */
export type Panel = (typeof panels)[number];

export const layouts = ['both', 'map', 'table'] as const;
/** Whether the map, the panel, or both are shown. */
export type Layout = (typeof layouts)[number];

/** State of the page, all of which is stored in its address. */
export interface ExploreState {
  /** ID of the map; null for the newest. */
  map: string | null;
  /** Text of the rule that selects users; null without a selection. */
  where: string | null;
  colour: ColourBy;
  /** The visible part of the map; null for the default view, which shows nearly all points. */
  view: MapView | null;
  /** The user shown in the drawer; null for none. */
  user: string | null;
  panel: Panel;
  layout: Layout;
  /** Whether the map starts in lasso mode. */
  lasso: boolean;
}

/** Parses the state from an address. Invalid parts have their default values. */
export function readExplore({ id, query }: Route): ExploreState {
  return {
    map: id ?? textOf(query.map),
    where: textOf(query.where),
    colour: parseColourKey(query.colour),
    view: parseView(query.view),
    user: textOf(query.user),
    panel: panels.find((panel) => panel === query.panel) ?? 'users',
    layout: layouts.find((layout) => layout === query.layout) ?? 'both',
    lasso: query.tool === 'lasso',
  };
}

/** Encodes a state as the id and the query of an address, without default values; the inverse of `readExplore`. */
export function exploreAddress(state: ExploreState): Pick<Route, 'id' | 'query'> {
  const { map, where, colour, view, user, panel, layout, lasso } = state;
  const query: Record<string, string> = {};
  if (where !== null) query.where = where;
  if (colour.kind !== 'cluster') query.colour = colourKey(colour);
  if (view !== null) query.view = [view.x, view.y, view.zoom].map(rounded).join();
  if (user !== null) query.user = user;
  if (panel !== 'users') query.panel = panel;
  if (layout !== 'both') query.layout = layout;
  if (lasso) query.tool = 'lasso';
  return { id: map, query };
}

/** Rounds to a thousandth of the map's unit, which is invisible. */
const rounded = (value: number) => Number(value.toFixed(3));

function parseView(text = ''): MapView | null {
  const numbers = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const [x = Number.NaN, y = Number.NaN, zoom = Number.NaN] = numbers;
  const isView = numbers.length === 3 && numbers.every(Number.isFinite) && zoom > 0;
  return isView ? { x, y, zoom } : null;
}

const textOf = (text: string | undefined) => (text === undefined || text.trim() === '' ? null : text);
