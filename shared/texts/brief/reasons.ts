import type { Estimate, Evidence, Group, Reason } from '../../contract/brief-facts.ts';
import { featureName } from './names.ts';
import type { Say, SayParams } from './say.ts';

/** Returns a share with as many decimals as it needs to be told from 0. */
export function percent({ format }: Say, share: number): string {
  return format.percent(share, share > 0 && share < 0.1 ? 1 : 0);
}

/** Returns an estimate of a share and its bounds as parameters of a text. */
export const shareRange = (say: Say, { low, high }: Pick<Estimate, 'low' | 'high'>): SayParams => ({
  low: percent(say, low),
  high: percent(say, high),
});

const times = ({ format }: Say, lift: number) => format.number(lift, lift < 10 ? 1 : 0);
const liftRange = (say: Say, { value, low, high }: Estimate): SayParams => ({
  lift: times(say, value),
  low: times(say, low),
  high: times(say, high),
});
const days = ({ format }: Say, value: number) => format.number(value, value < 10 && !Number.isInteger(value) ? 1 : 0);

/** Returns why a group is worth acting on, as a sentence. */
export function reasonText(say: Say, reason: Reason, { evidence: [strongest] }: Pick<Group, 'evidence'>): string {
  switch (reason.code) {
    case 'money':
      return say('why.money', { share: percent(say, reason.share), moneyShare: percent(say, reason.moneyShare) });
    case 'falling':
      return say('why.falling', {
        members: reason.members,
        returned: percent(say, reason.returned.value),
        ...shareRange(say, reason.returned),
        others: percent(say, reason.others),
      });
    case 'undecided':
      return say('why.undecided', {
        events: reason.events,
        othersEvents: reason.othersEvents,
        bought: percent(say, reason.bought.value),
        ...shareRange(say, reason.bought),
        others: percent(say, reason.others),
      });
    case 'lapsed':
      return say('why.lapsed', { days: days(say, reason.days) });
    case 'single':
      return say('why.single', { days: days(say, reason.days) });
    case 'distinct':
      return say('why.distinct', {
        feature: strongest ? featureName(say, strongest) : '',
        memberShare: percent(say, reason.memberShare),
        ...liftRange(say, reason.lift),
      });
  }
}

/** Returns a piece of evidence as a line. */
export function evidenceText(say: Say, evidence: Evidence): string {
  return say('evidenceOf', {
    feature: featureName(say, evidence),
    memberShare: percent(say, evidence.memberShare),
    everyoneShare: percent(say, evidence.everyoneShare),
    ...liftRange(say, evidence.lift),
  });
}

/** Returns days as a text. */
export const daysText = days;
