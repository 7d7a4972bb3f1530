import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteEvaluator } from '../electron/engine/columns/rule-evaluator.ts';
import { exploreQueries } from '../electron/engine/segment/explore-queries.ts';
import { segmentQueries } from '../electron/engine/segment/queries.ts';
import { QueryState } from '../electron/engine/segment/query-state.ts';
import { ruleIds } from '../electron/engine/segment/rule-ids.ts';
import { attachWorkspace, type Workspace } from '../electron/engine/store/workspace.ts';
import type { Measure, Rule } from '../shared/domain/rule.ts';
import type { Bench, Row } from './row.ts';
import { DuckEvents } from './support/duck-events.ts';
import { importEvents } from './support/import-events.ts';
import { randomRules } from './support/random-rules.ts';

/** Number of events and of users, and a workspace made by an earlier run; all can be set by the environment. */
const EVENTS = Number(process.env.BENCH_EVENTS ?? 10_000_000);
const USERS = Number(process.env.BENCH_USERS ?? 200_000);
const KEPT = process.env.BENCH_WORKSPACE;
const RULES = 40;
/** Number of rules measured in SQLite, where each takes seconds. */
const SQLITE_RULES = 3;

/**
 * Rules with three conditions on behaviour: on the columnar copy, in DuckDB on the same events in columns, and in
 * SQLite. Each rule is new to all of them. DuckDB uses all cores, the columnar copy one.
 */
const bench: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'portrait-bench-'));
  try {
    const path = await importEvents(KEPT ?? join(folder, 'bench.portrait'), { events: EVENTS, users: USERS });
    return await rowsOf(attachWorkspace(path));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
export default bench;

async function rowsOf(workspace: Workspace): Promise<Row[]> {
  const idle = process.memoryUsage.rss();
  const state = new QueryState(workspace);
  const [built, buildMs] = timed(() => state.requireColumnar());
  const { columns, evaluator } = state.requireColumnar();
  const peak = process.resourceUsage().maxRSS * 1024;
  const duck = await DuckEvents.create(built.columns.events);
  const rules = randomRules(workspace.db, RULES);
  const [own, theirs]: [Measurement[], Measurement[]] = [[], []];
  for (const [i, rule] of rules.entries()) {
    // Alternate, so that the load of the machine affects both equally.
    const [members, measured] = await measure(() => evaluator.members(rule));
    const [found, duckMeasured] = await measure(() => duck.members(rule, ruleIds(workspace), columns));
    if (!sameUsers(members, found)) throw new Error(`rule ${i} has ${members.length} and ${found.length} members`);
    own.push(measured);
    theirs.push(duckMeasured);
  }
  duck.close();
  const sqlite = rules.slice(0, SQLITE_RULES).map((rule) => timed(() => inSqlite(workspace, rule))[1]);
  const [, firstFacets] = timed(() => facets(state, rules[0]!));
  const warmFacets = rules.map((rule) => {
    evaluator.mask(rule);
    return timed(() => facets(state, rule))[1];
  });
  const names = userNames(workspace);
  const [, firstPortrait] = timed(() => segmentQueries.portrait(state, { user: names[0]! }));
  const portraits = names.map((user) => timed(() => segmentQueries.portrait(state, { user }))[1]);
  const [, firstBase] = timed(() => segmentQueries.base(state, { until: null }));
  const [, nextBase] = timed(() => segmentQueries.base(state, { until: null }));
  const orders = ['events', 'sessions', 'recency', 'frequency', 'monetary'] as const;
  const firstTables = orders.map((order) => timed(() => table(state, null, order, 0))[1]);
  const newRules = randomRules(workspace.db, RULES, 2);
  const tables = newRules.map((rule, i) => timed(() => table(state, rule, orders[i % orders.length]!, 0))[1]);
  const farTables = orders.map((order) => timed(() => table(state, null, order, USERS / 2))[1]);
  const users = `${USERS.toLocaleString('en')} users`;
  const size = `${EVENTS.toLocaleString('en')} events`;
  const [ms, duckMs] = [own, theirs].map((all) => all.map((one) => one.ms)) as [number[], number[]];
  const [cpu, duckCpu] = [own, theirs].map((all) => all.map((one) => one.cpuMs)) as [number[], number[]];
  const what = `rule of three conditions, ${size}`;
  return [
    row(`${what}, median of ${RULES}`, quantile(ms, 0.5), 'ms', 'DuckDB', quantile(duckMs, 0.5)),
    row(`${what}, 95 % within`, quantile(ms, 0.95), 'ms', 'DuckDB', quantile(duckMs, 0.95)),
    row(`${what}, median of ${RULES}`, quantile(cpu, 0.5), 'CPU ms', 'DuckDB', quantile(duckCpu, 0.5)),
    row(`${what}, 95 % within`, quantile(cpu, 0.95), 'CPU ms', 'DuckDB', quantile(duckCpu, 0.95)),
    row(`${what}, median of ${SQLITE_RULES}`, quantile(ms, 0.5), 'ms', 'SQLite', quantile(sqlite, 0.5)),
    row(`facets of ${USERS.toLocaleString('en')} users, the first`, firstFacets, 'ms'),
    row(`facets of ${USERS.toLocaleString('en')} users, 95 % within`, quantile(warmFacets, 0.95), 'ms'),
    row(`table of ${users}, a new column, longest of ${orders.length}`, Math.max(...firstTables), 'ms', 'aim', 200),
    row(`table of ${users}, a new rule of three conditions, 95 % within`, quantile(tables, 0.95), 'ms', 'aim', 200),
    row(`table of ${users}, page in the middle, longest`, Math.max(...farTables), 'ms', 'aim', 200),
    row(`portrait of one of ${USERS.toLocaleString('en')} users, the first`, firstPortrait, 'ms'),
    row(
      `portrait of one of ${USERS.toLocaleString('en')} users, 95 % within`,
      quantile(portraits, 0.95),
      'ms',
      'aim',
      50,
    ),
    row(`customer base of ${USERS.toLocaleString('en')} users, the first`, firstBase, 'ms'),
    row(`customer base of ${USERS.toLocaleString('en')} users, again`, nextBase, 'ms', 'aim', 1000),
    row(`copy in columns, ${size}, made`, buildMs / 1000, 's'),
    row(`copy in columns, ${size}`, columns.bytes() / 1e6, 'MB'),
    row('memory at most while it is made', (peak - idle) / 1e6, 'MB'),
  ];
}

const table = (state: QueryState, rule: Rule | null, order: Measure, offset: number) =>
  exploreQueries.users(state, { rule, map: null, order, offset, limit: 52, descending: true, traits: [] });

const facets = (state: QueryState, rule: Rule) => exploreQueries.facets(state, { rule, map: null, limit: 20 });

/** Names of some users, evenly chosen. */
const userNames = ({ db }: Workspace): string[] =>
  db
    .prepare<[number], string>('SELECT name FROM users WHERE id % ? = 1 LIMIT 40')
    .pluck()
    .all(Math.ceil(USERS / 40));

const inSqlite = (workspace: Workspace, rule: Rule) => sqliteEvaluator(workspace.db, ruleIds(workspace)).members(rule);

interface Measurement {
  readonly ms: number;
  /** Processor time of all cores, in milliseconds. */
  readonly cpuMs: number;
}

async function measure<T>(work: () => T | Promise<T>): Promise<[T, Measurement]> {
  const start = performance.now();
  const cpu = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(cpu);
  return [result, { ms: performance.now() - start, cpuMs: (user + system) / 1000 }];
}

function timed<T>(work: () => T): [T, number] {
  const start = performance.now();
  const result = work();
  return [result, performance.now() - start];
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]!;
}

function sameUsers(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((user, i) => user === b[i]);
}

function row(what: string, figure: number, unit: string, peer = '', peerFigure: number | null = null): Row {
  return { case: what, figure, unit, peer, peerFigure, ratio: peerFigure === null ? null : peerFigure / figure };
}
