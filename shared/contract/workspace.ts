import { z } from 'zod';
import { ActionSetting } from '../domain/action-settings.ts';
import { Int32 } from './arrays.ts';
import { byName } from './by-name.ts';
import { Path } from './import-file.ts';
import { method } from './method.ts';

const Named = z.object({ id: z.string(), name: z.string() });

/** How a workspace's times and money are shown. */
export const WorkspaceSettings = z.object({
  /** IANA time zone; null if none was chosen, which counts in UTC. */
  timeZone: z.string().max(100).nullable(),
  /** ISO 4217 code of the currency of all money, such as CNY; null if none was chosen. */
  currency: z.string().max(100).nullable(),
});
export type WorkspaceSettings = z.infer<typeof WorkspaceSettings>;

export const WorkspaceInfo = WorkspaceSettings.extend({
  path: z.string(),
  name: z.string(),
  /** Whether any of the data is synthetic rather than from a real shop. */
  synthetic: z.boolean(),
  events: z.number(),
  users: z.number(),
  items: z.number(),
  sessions: z.number(),
  /** Number of events by action. */
  actions: byName(z.number()),
  /** What a person has chosen for actions: their kind and their names. */
  actionSettings: byName(ActionSetting),
  /** ISO 8601 in UTC; null if there are no events, or none with a time. */
  firstTime: z.string().nullable(),
  lastTime: z.string().nullable(),
  /** Zone of the days and hours of events: the workspace's; UTC if none was chosen, or if all events have only dates. */
  eventZone: z.string(),
  attributes: z.array(z.object({ name: z.string(), users: z.number() })),
  imports: z.number(),
  runs: z.array(z.object({ id: z.string(), created: z.number() })),
  maps: z.array(z.object({ id: z.string(), run: z.string(), created: z.number() })),
  segments: z.array(Named.extend({ size: z.number() })),
});
export type WorkspaceInfo = z.infer<typeof WorkspaceInfo>;

/** Figures of a workspace: current ones if it is open, otherwise those of the time when it was last closed. */
export const WorkspaceFigures = z.object({
  users: z.number(),
  events: z.number(),
  /** Size on disk, with backups. */
  bytes: z.number(),
  /**
   * Evenly sampled points of the newest map: x, y and cluster, flattened; the longer side of the map is 255. Null
   * without a map.
   */
  map: z.array(z.number()).nullable(),
});
export type WorkspaceFigures = z.infer<typeof WorkspaceFigures>;

const ListedWorkspace = z.object({
  name: z.string(),
  path: z.string(),
  /** Time of the last use, in milliseconds since the epoch. */
  used: z.number(),
});

/** A workspace of the Workspaces page; `figures` is null until the workspace has been closed once. */
export const WorkspaceOverview = ListedWorkspace.extend({ figures: WorkspaceFigures.nullable() });
export type WorkspaceOverview = z.infer<typeof WorkspaceOverview>;

/** Name of a workspace: the name of its folder without the suffix. */
export const WorkspaceName = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .refine((name) => !/[/\\\0]|^\./.test(name), { error: 'a name has no slash and does not begin with a full stop' });

export const workspace = {
  /** Lists the workspaces in the home folder and those opened elsewhere before, the most recently used first. */
  'workspace.list': method(z.object({}), z.object({ home: z.string(), workspaces: z.array(ListedWorkspace) })),
  /** Lists the same workspaces with their figures, without opening any. */
  'workspace.overviews': method(z.object({}), z.object({ home: z.string(), workspaces: z.array(WorkspaceOverview) })),
  /**
   * Renames the folder of a workspace; an open workspace is closed and reopened. Throws WORKSPACE_EXISTS,
   * WORKSPACE_IN_USE and WORKSPACE_IS_LINK.
   */
  'workspace.rename': method(z.object({ path: Path, name: WorkspaceName }), z.object({ path: z.string() })),
  /**
   * Deletes everything that Portrait wrote into a workspace's folder, and the folder itself if it is then empty; an
   * open workspace is closed first. `left` lists the remaining files. Throws WORKSPACE_NOT_FOUND, NOT_A_WORKSPACE,
   * WORKSPACE_DAMAGED, WORKSPACE_IN_USE, WORKSPACE_HAS_LINKS and WORKSPACE_IS_LINK.
   */
  'workspace.delete': method(z.object({ path: Path }), z.object({ left: z.array(z.string()) })),
  /**
   * Creates a workspace and opens it. A bare name is resolved in the home folder; a path is accepted from the command
   * line.
   */
  'workspace.create': method(z.object({ path: Path }), z.object({ path: z.string() })),
  'workspace.open': method(z.object({ path: Path }), z.object({ path: z.string() })),
  'workspace.close': method(z.object({}), z.object({})),
  /** Summary of the open workspace; null if none is open. */
  'workspace.info': method(z.object({}), z.object({ workspace: WorkspaceInfo.nullable() })),
  /** Changes those settings that are specified. Throws UNKNOWN_ZONE and UNKNOWN_CURRENCY. */
  'workspace.changeSettings': method(
    z.object({
      timeZone: WorkspaceSettings.shape.timeZone.exactOptional(),
      currency: WorkspaceSettings.shape.currency.exactOptional(),
    }),
    WorkspaceSettings,
  ),
  /**
   * Replaces what was chosen for all actions; an empty map lets the names in the data decide. Measures, customer value,
   * rules and new predictions follow; stored models, maps, predictions and briefs stay as they are.
   */
  'workspace.changeActions': method(
    z.object({ settings: z.map(z.string().max(1000), ActionSetting).refine((settings) => settings.size <= 1000) }),
    z.object({}),
  ),
  /** Number of events per day and action, for the chart of the data page. */
  'workspace.activity': method(
    z.object({}),
    z.object({
      /** Days since the epoch in the zone of the events, ascending; empty if events have no times. */
      days: Int32,
      actions: z.array(z.string()),
      /** Number of events of action a on day d, at index a * days.length + d. */
      counts: Int32,
    }),
  ),
};
