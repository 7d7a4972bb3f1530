import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { kindOfName } from '../../../shared/domain/actions.ts';
import { printAction } from '../../../shared/domain/traits/formula-print.ts';

export type ExampleName = 'basket' | 'count' | 'distinct' | 'favourite' | 'last' | 'daysSince' | 'streak' | 'ratio';

/** Returns examples of formulas with the actions of a workspace: that of purchases, and the most frequent other one. */
export function formulaExamples({ actions }: Pick<WorkspaceInfo, 'actions'>): [ExampleName, string][] {
  const byCount = [...actions].sort(([, a], [, b]) => b - a).map(([name]) => name);
  const bought = byCount.find((name) => kindOfName(name) === 'purchase');
  const frequent = byCount.find((name) => name !== bought) ?? bought;
  const [purchase, other] = [bought ?? frequent, frequent].map((name) =>
    name === undefined ? 'any' : printAction(name),
  );
  return [
    ['basket', `sum(${purchase}) / count(${purchase})`],
    ['count', `count(${other}, days = 90)`],
    ['distinct', `distinct(category, ${other})`],
    ['favourite', `most_frequent(category, ${other})`],
    ['last', `last(brand, ${purchase})`],
    ['daysSince', `days_since(last(${purchase}))`],
    ['streak', `streak(${other}, weeks)`],
    ['ratio', `count(${purchase}) / events`],
  ];
}
