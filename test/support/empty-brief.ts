import type { Brief } from '../../shared/contract/brief.ts';

/** A brief of a workspace with one event, without groups, before it is stored. */
export const emptyBrief: Omit<Brief, 'brief' | 'created'> = {
  seconds: 1,
  portrait: '0.0.0',
  dataState: '1 1 1',
  data: {
    files: [],
    events: 1,
    users: 1,
    items: 1,
    sessions: 1,
    first: 0,
    last: 0,
    clock: true,
    actions: [{ name: 'view', events: 1 }],
    once: 1,
    purchases: null,
    synthetic: false,
    zone: 'UTC',
    currency: null,
  },
  fixes: [],
  model: null,
  map: null,
  next: null,
  groups: [],
  omissions: [],
};
