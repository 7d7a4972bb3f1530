import { useMemo, useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import type { TraitSummary } from '../../../shared/contract/traits.ts';
import type { Rule } from '../../../shared/domain/rule.ts';
import type { Order } from '../../components/sorted.ts';
import { call, useCall } from '../../engine/use-call.ts';
import { useUsableTraits } from '../../traits/use-usable-traits.ts';
import { orderOf } from './table/column-keys.ts';

export const PAGE_SIZE = 50;
/** Maximum number of traits that a call may ask for. */
const MAX_TRAITS = 20;

type MembersOf = Output<'explore.users'>['members'];

export interface SelectedUsers {
  /** Rows of the page; undefined until the first page is loaded. */
  members: MembersOf | undefined;
  /** Computed traits whose values the rows have. */
  traits: readonly TraitSummary[];
  error: unknown;
  /** Number of selected users. */
  size: number;
  busy: boolean;
  order: Order;
  page: number;
  onOrder(order: Order): void;
  onPage(page: number): void;
  /** Names of the checked users, on any page. */
  checked: ReadonlySet<string>;
  /** Checks or unchecks users; null for all. */
  onCheck(users: readonly string[] | null, isChecked: boolean): void;
  /** Loads rows from an offset, in the order of the table. */
  load(offset: number, limit: number): Promise<MembersOf>;
  /**
   * Returns the users before and after the given one in the order of the table, and its index; null if it is not on the
   * page or next to it.
   */
  neighbours(user: string): { previous: string | null; next: string | null; place: number } | null;
  /** Turns to the page of a user who is adjacent to the current page. */
  reveal(user: string): void;
}

const NOBODY: ReadonlySet<string> = new Set();

/** The selected users as a paged table, sorted by the engine. */
export function useSelectedUsers(
  rule: Rule | null,
  map: string | null,
  { attributes, enabled }: { attributes: readonly string[]; enabled: boolean },
): SelectedUsers {
  const [checked, setChecked] = useState<ReadonlySet<string>>(NOBODY);
  const [order, setOrder] = useState<Order>({ key: 'events', descending: true });
  const [{ page, of }, setPage] = useState({ page: 1, of: rule });
  const currentPage = of === rule ? page : 1;
  const first = (currentPage - 1) * PAGE_SIZE;
  // One extra row at each end, so that the neighbours of every row are known.
  const offset = Math.max(0, first - 1);
  const traits = useUsableTraits().slice(0, MAX_TRAITS);
  const names = traits.map(({ name }) => name);
  const input = {
    rule,
    map,
    order: orderOf(order.key, { attributes, traits: names }),
    descending: order.descending,
    traits: names,
  };
  const { data, error, isPlaceholderData } = useCall(
    'explore.users',
    { ...input, offset, limit: PAGE_SIZE + 2 },
    { enabled, keepPrevious: true },
  );
  const members = useMemo(
    () => data && rowsOf(data.members, first - offset, first - offset + PAGE_SIZE),
    [data, first, offset],
  );
  return {
    members,
    traits,
    error,
    size: data?.size ?? 0,
    busy: isPlaceholderData,
    order,
    page: currentPage,
    onOrder: (next) => {
      setOrder(next);
      setPage({ page: 1, of: rule });
    },
    load: async (from, limit) => (await call('explore.users', { ...input, offset: from, limit })).members,
    checked,
    onCheck: (list, isChecked) =>
      setChecked((before) => {
        if (list === null) return NOBODY;
        const others = [...before].filter((user) => !list.includes(user));
        return new Set(isChecked ? [...others, ...list] : others);
      }),
    onPage: (next) => setPage({ page: next, of: rule }),
    neighbours: (user) => {
      const users = data?.members.users ?? [];
      const at = users.indexOf(user);
      if (at < 0) return null;
      return { previous: users[at - 1] ?? null, next: users[at + 1] ?? null, place: offset + at };
    },
    reveal: (user) => {
      const at = data?.members.users.indexOf(user) ?? -1;
      if (at >= 0) setPage({ page: Math.floor((offset + at) / PAGE_SIZE) + 1, of: rule });
    },
  };
}

/** Returns a slice of the rows of a page. */
function rowsOf(members: MembersOf, from: number, to: number): MembersOf {
  return {
    users: members.users.slice(from, to),
    attributes: members.attributes.slice(from, to),
    events: members.events.slice(from, to),
    sessions: members.sessions.slice(from, to),
    recency: members.recency.slice(from, to),
    frequency: members.frequency.slice(from, to),
    monetary: members.monetary.slice(from, to),
    cluster: members.cluster.slice(from, to),
    traits: members.traits.map((values) => values.slice(from, to)),
  };
}
