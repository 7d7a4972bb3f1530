import type { Estimate, Group } from '../../contract/brief-facts.ts';
import { itemName } from '../item-name.ts';
import { featureName, groupName } from './names.ts';
import { daysText, evidenceText, percent, reasonText, shareRange } from './reasons.ts';
import type { Say } from './say.ts';

/** A line of evidence, and its lift to be drawn. */
export interface EvidenceLine {
  readonly text: string;
  readonly lift: Estimate;
}

/** A group as it is shown among those to act on. */
export interface GroupCard {
  readonly key: string;
  readonly name: string;
  readonly size: string;
  readonly facts: readonly string[];
  readonly why: readonly string[];
  readonly evidence: readonly EvidenceLine[];
  readonly next: readonly string[];
}

/** A group as a row of the table of the others, one text for each column of `otherColumns`. */
export interface GroupRow {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly string[];
}

/** Returns the texts of a group to act on. */
export function groupCard(say: Say, group: Group): GroupCard {
  const { share, bought, money, recency, evidence, next } = group;
  return {
    key: group.key,
    name: groupName(say, group.name),
    size: say.format.number(group.size),
    facts: [
      say('sizeOf', { share: percent(say, share) }),
      ...(bought ? [say('boughtOf', { share: percent(say, bought.value), ...shareRange(say, bought) })] : []),
      ...(money ? [say('moneyOf', { money: say.format.money(money.total, 0), share: percent(say, money.share) })] : []),
      ...(recency ? [say('recencyOf', { days: daysText(say, recency.median) })] : []),
    ],
    why: group.why.map((reason) => reasonText(say, reason, group)),
    evidence: evidence.map((feature) => ({ text: evidenceText(say, feature), lift: feature.lift })),
    next: next.map((item) =>
      say('nextItem', {
        item: itemName(say.language, item),
        share: percent(say, item.share),
        overall: percent(say, item.overall),
      }),
    ),
  };
}

/** Headings of the columns of `groupRow`, after that of the name. */
export function otherColumns(say: Say, { bought, money }: Columns): string[] {
  return [
    say('columnUsers'),
    say('columnShare'),
    ...(bought ? [say('columnBought')] : []),
    ...(money ? [say('columnMoney')] : []),
    say('columnApart'),
  ];
}

/** Which figures groups have. */
export interface Columns {
  readonly bought: boolean;
  readonly money: boolean;
}

/** Returns the texts of a group in the table. */
export function groupRow(say: Say, group: Group, columns: Columns): GroupRow {
  const { key, size, share, bought, money, evidence } = group;
  const apart = evidence
    .slice(0, 2)
    .map(
      (feature) =>
        `${featureName(say, feature)} ${say.format.number(feature.lift.value, feature.lift.value < 10 ? 1 : 0)}×`,
    );
  return {
    key,
    name: groupName(say, group.name),
    cells: [
      say.format.number(size),
      percent(say, share),
      ...(columns.bought ? [bought ? percent(say, bought.value) : '–'] : []),
      ...(columns.money ? [money ? percent(say, money.share) : '–'] : []),
      apart.length > 0
        ? apart.join(say.language === 'zh' ? '；' : '; ')
        : say(group.tested > 0 ? 'nothingApart' : 'untested'),
    ],
  };
}
