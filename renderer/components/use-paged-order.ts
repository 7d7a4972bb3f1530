import { useState } from 'react';
import type { Order } from './sorted.ts';

/** Order and page of a table whose rows the engine sorts; a new order resets the page. */
export function usePagedOrder(initialOrder: Order, pageSize: number) {
  const [order, setOrder] = useState(initialOrder);
  const [page, setPage] = useState(1);
  const onOrder = (next: Order) => {
    setOrder(next);
    setPage(1);
  };
  return {
    /** Properties of the table. */
    table: { order, onOrder, page, onPage: setPage, pageSize },
    /** The part of a call's input that selects the rows of the page. */
    rows: { descending: order.descending, offset: (page - 1) * pageSize, limit: pageSize },
  };
}
