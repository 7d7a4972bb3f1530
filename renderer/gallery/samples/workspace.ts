import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { DAY } from './day.ts';

export const emptyWorkspace: WorkspaceInfo = {
  path: '/home/anna/Portrait/shop.portrait',
  name: 'shop',
  synthetic: false,
  events: 0,
  users: 0,
  items: 0,
  sessions: 0,
  actions: new Map(),
  actionSettings: new Map(),
  firstTime: null,
  lastTime: null,
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  eventZone: 'Asia/Shanghai',
  attributes: [],
  imports: 0,
  runs: [],
  maps: [],
  segments: [],
};

/** A workspace with events and profiles but no map. */
export const profiledWorkspace: WorkspaceInfo = {
  ...emptyWorkspace,
  events: 41_200,
  users: 1840,
  items: 612,
  sessions: 9300,
  actions: new Map([
    ['view', 36_100],
    ['purchase', 5100],
  ]),
  imports: 1,
  runs: [{ id: 'run-1', created: DAY }],
};
