import type { Brief, Omission } from '../../../../shared/contract/brief.ts';
import { version } from '../../../version.ts';
import type { JobContext } from '../../jobs/context.ts';
import { QueryState } from '../../segment/query-state.ts';
import { importState } from '../../store/names/name-lookup.ts';
import type { BriefModel } from '../stages/model-stage.ts';
import { dataFacts } from './data-facts.ts';
import { describeGroup } from './describe-group.ts';
import { measureEveryone } from './everyone.ts';
import { userGroups } from './groups.ts';
import { mergeClusters } from './merge-clusters.ts';
import { modelFacts } from './model-facts.ts';
import { nextItems } from './next-items.ts';
import { orderGroups } from './order-groups.ts';

type Facts = Pick<Brief, 'portrait' | 'dataState' | 'data' | 'model' | 'next' | 'groups' | 'omissions'>;

/** Describes the data of a workspace, its groups of users, and the quality of the model. */
export async function describeWorkspace(
  model: BriefModel | null,
  map: string | null,
  context: JobContext,
): Promise<Facts> {
  const { workspace } = context;
  const { db } = workspace;
  const everyone = measureEveryone(db);
  const queries = new QueryState(workspace);
  const parts = userGroups(queries, map, everyone);
  let done = 0;
  const tick = () => {
    context.checkCancelled();
    context.progress({ stage: 'brief.groups', done: done++, total: 2 * parts.length, unit: 'groups' });
  };
  const groups = mergeClusters(queries, parts, tick);
  const described = groups.map((group) => {
    tick();
    return describeGroup(queries, group, everyone);
  });
  const next =
    model &&
    (await nextItems(
      model.run,
      groups.map(({ members }) => members),
      context,
    ));
  const omissions: Omission[] = model && !next ? [{ part: 'next', reason: 'nothing-held-out' }] : [];
  return {
    portrait: version,
    dataState: importState(db),
    data: dataFacts(workspace, everyone),
    model: model && modelFacts(workspace, model),
    next: next && { by: next.by, sample: next.sample },
    groups: orderGroups(described.map((group, i) => ({ ...group, next: next?.ofGroup[i] ?? [] }))),
    omissions,
  };
}
