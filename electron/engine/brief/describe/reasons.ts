import type { Group, Reason, RuleGroup } from '../../../../shared/contract/brief-facts.ts';
import type { Everyone } from './everyone.ts';
import { proportion } from './proportion.ts';

/** Minimum size of a group that is worth a campaign of its own. */
const MIN_SIZE = 20;
const MIN_MONEY_SHARE = 0.05;
const MIN_MONEY_RATIO = 1.5;
/** Minimum number of members active in the first half of the period for a return rate. */
const MIN_RETURNING = 20;
/** Maximum ratio of a group's return rate to that of the others, at the upper bound, for it to be a reason. */
const MAX_RETURN_RATIO = 0.9;
/**
 * A feature is distinctive if at least this share of the members has it, and its lift is at least this at the lower
 * bound.
 */
const DISTINCT = { share: 0.5, lift: 3 };

type Figures = Pick<Group, 'name' | 'size' | 'share' | 'money' | 'bought' | 'recency' | 'medianEvents' | 'evidence'>;

/** Rule groups whose members were active more than once and have lapsed. */
const LAPSED: readonly RuleGroup[] = ['loyalLapsed', 'repeatLapsed', 'heavyLapsed'];

/** Returns the reasons to act on a group, the strongest first; none if the group is too small. */
export function reasonsFor(group: Figures, members: Int32Array, everyone: Everyone): Reason[] {
  if (group.size < MIN_SIZE) return [];
  const ofData =
    group.name.code === 'rule'
      ? [ruleReason(group.name.rule, group, everyone)]
      : [fallingReason(members, everyone), undecidedReason(group, everyone), distinctReason(group)];
  const money = moneyReason(group);
  return (group.name.code === 'rule' ? [...ofData, money] : [money, ...ofData]).flatMap((reason) => reason ?? []);
}

/** Returns the reason that follows from the rule of a group. */
function ruleReason(rule: RuleGroup, group: Figures, everyone: Everyone): Reason | null {
  const { recency } = group;
  if (rule === 'lookers') return undecidedReason(group, everyone);
  if (!recency) return null;
  if (LAPSED.includes(rule)) return { code: 'lapsed', days: recency.median };
  return rule === 'single' ? { code: 'single', days: recency.median } : null;
}

function moneyReason({ share, money }: Figures): Reason | null {
  if (!money || money.share < MIN_MONEY_SHARE || money.share < MIN_MONEY_RATIO * share) return null;
  return { code: 'money', share, moneyShare: money.share };
}

function fallingReason(members: Int32Array, { halves }: Everyone): Reason | null {
  if (!halves) return null;
  const after = new Set(halves.after);
  const isMember = new Set(members);
  const count = { members: 0, returned: 0, others: 0, othersReturned: 0 };
  for (const user of halves.before) {
    const returned = after.has(user) ? 1 : 0;
    if (isMember.has(user)) {
      count.members++;
      count.returned += returned;
    } else {
      count.others++;
      count.othersReturned += returned;
    }
  }
  if (count.members < MIN_RETURNING || count.others === 0) return null;
  const returned = proportion(count.returned, count.members);
  const others = count.othersReturned / count.others;
  return returned.high < MAX_RETURN_RATIO * others
    ? { code: 'falling', members: count.members, returned, others }
    : null;
}

function undecidedReason({ size, bought, medianEvents }: Figures, everyone: Everyone): Reason | null {
  const otherUsers = everyone.users.length - size;
  if (!bought || otherUsers === 0 || medianEvents <= everyone.medianEvents) return null;
  const others = (everyone.buyers - bought.count) / otherUsers;
  if (bought.high >= others) return null;
  const { value, low, high } = bought;
  return {
    code: 'undecided',
    events: medianEvents,
    othersEvents: everyone.medianEvents,
    bought: { value, low, high },
    others,
  };
}

function distinctReason({ evidence: [strongest] }: Figures): Reason | null {
  if (!strongest || strongest.memberShare < DISTINCT.share || strongest.lift.low < DISTINCT.lift) return null;
  return { code: 'distinct', memberShare: strongest.memberShare, lift: strongest.lift };
}
