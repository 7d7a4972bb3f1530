import { MeasureName } from '../../../shared/contract/profile.ts';
import type { Order } from '../../components/sorted.ts';

export const PAGE_SIZE = 50;

/** State of the user table, as encoded in the address. */
export interface UsersQuery {
  search: string;
  order: Order;
  /** From 1. */
  page: number;
}

export function readUsersQuery(query: Readonly<Record<string, string>>): UsersQuery {
  const measure = MeasureName.safeParse(query.order);
  const key = query.order === 'user' ? 'user' : measure.success ? measure.data : 'monetary';
  const page = Number.parseInt(query.page ?? '', 10);
  return {
    search: query.search ?? '',
    order: { key, descending: query.descending === undefined ? key !== 'user' : query.descending === 'true' },
    page: Number.isInteger(page) && page > 1 ? page : 1,
  };
}

export function writeUsersQuery({ search, order, page }: UsersQuery): Record<string, string> {
  return {
    ...(search === '' ? {} : { search }),
    order: order.key,
    descending: String(order.descending),
    ...(page === 1 ? {} : { page: String(page) }),
  };
}

/** Returns the part of a call's input that says which users are listed, and in which order. */
export function usersInput({ search, order: { key, descending } }: UsersQuery) {
  return { search, order: key === 'user' ? key : MeasureName.parse(key), descending } as const;
}
