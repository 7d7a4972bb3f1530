import type { Brief, Omission } from '../../contract/brief.ts';
import type { BriefText } from './en.ts';
import { percent } from './reasons.ts';
import { isBriefText, type Say } from './say.ts';

const DAY = 86_400_000;
const WEEK = 7 * DAY;
const FEW_USERS = 200;
const MANY_ONCE = 0.8;

/** Returns how far a brief can be trusted: warnings that a reader must not miss, and what was done to be careful. */
export function trust(say: Say, brief: Brief): { warnings: string[]; notes: string[] } {
  const { data, model, groups, omissions, next } = brief;
  const { users, once, first, last } = data;
  const tested = groups.reduce((most, group) => Math.max(most, group.tested), 0);
  return {
    warnings: [
      ...omissions.map((omission) => omissionText(say, omission)),
      ...(model?.evaluation ? [verdictText(say, model.evaluation)] : []),
      ...(first === null || last === null ? [say('trustNoDates')] : shortPeriod(say, data, last - first)),
      ...(once >= MANY_ONCE * users ? [say('trustOnce', { share: percent(say, once / users) })] : []),
      ...(users < FEW_USERS ? [say('trustSmall', { users })] : []),
    ],
    notes: [
      brief.map === null ? say('trustRules', { did: say(data.purchases ? 'didBuy' : 'didAct') }) : say('trustClusters'),
      ...(tested > 0 ? [say('trustTests', { tested })] : []),
      ...(next ? [say('nextNote', { sample: next.sample, by: say(`by.${next.by}`) })] : []),
    ],
  };
}

function shortPeriod(say: Say, { clock }: Brief['data'], length: number): string[] {
  if (length >= WEEK) return [];
  if (!clock) return [say('trustShort', { length: 1 + Math.round(length / DAY) })];
  return [say('trustHours', { length: say.format.duration(length / 1000) })];
}

function omissionText(say: Say, { part, reason }: Omission): string {
  const key = `omission.${part}.${reason}`;
  const ofPart = `omission.${part}`;
  const text: BriefText = isBriefText(key) ? key : isBriefText(ofPart) ? ofPart : 'omission.model.single-events';
  return say(text);
}

type EvaluationFacts = NonNullable<NonNullable<Brief['model']>['evaluation']>;

function verdictText(say: Say, evaluation: EvaluationFacts): string {
  const { better, baseline, ndcg10, baselineNdcg10, difference, users, blend } = evaluation;
  const { format } = say;
  const model = format.number(ndcg10, 3);
  if (blend) {
    return say('trust.blend', {
      best: rankerName(say, blend.bestRanker),
      blend: format.number(blend.ndcg10, 3),
      rule: format.number(blend.bestNdcg10, 3),
      ...boundsText(say, blend.difference),
      model,
      users,
    });
  }
  const params = {
    baseline: rankerName(say, baseline),
    model,
    rule: format.number(baselineNdcg10, 3),
    ...boundsText(say, difference),
    users,
  };
  const isWorse = difference !== null && difference.high < 0;
  return say(isWorse ? 'trust.worse' : `trust.${better}`, params);
}

function rankerName(say: Say, ranker: string): string {
  const by = `by.${ranker}`;
  return isBriefText(by) ? say(by) : ranker;
}

const boundsText = ({ format }: Say, difference: EvaluationFacts['difference']) => ({
  low: format.signed(difference?.low ?? Number.NaN, 3),
  high: format.signed(difference?.high ?? Number.NaN, 3),
});
