import type { Evidence, GroupName, Topic } from '../../contract/brief-facts.ts';
import { kindOfName } from '../../domain/actions.ts';
import { clusterNameText } from '../cluster-name.ts';
import { categoryWords, itemName } from '../item-name.ts';
import type { Say } from './say.ts';

/** Returns a group's name. */
export function groupName(say: Say, name: GroupName): string {
  if (name.code === 'rule') return say(`rule.${name.rule}`);
  if (name.code === 'cluster') return clusterNameText(name.name);
  const { topics, mixed, stance, number } = name;
  const subject = topics.length === 0 ? say('noTopic') : subjectName(say, topics, mixed);
  const stanced = stance === null ? subject : say('stanced', { name: subject, stance: say(`stance.${stance}`) });
  return number > 1 ? say('numbered', { name: stanced, number }) : stanced;
}

/** What the members have in common: “Apple smartphone” of a category and a brand, else a list. */
function subjectName(say: Say, topics: readonly Topic[], mixed: boolean): string {
  const names = topics.map((topic) => capital(topicName(say, topic)));
  const [category, brand] = topics;
  if (!mixed && category?.kind === 'category' && brand?.kind === 'brand')
    return joined(names[1] ?? '', topicName(say, category));
  const list = names.join(say.language === 'zh' ? '、' : ', ');
  return mixed ? say('mixed', { topics: list }) : list;
}

const HAN_END = /\p{Script=Han}$/u;
const HAN_START = /^\p{Script=Han}/u;

/** Joins two words, with a space unless both are Chinese. */
const joined = (first: string, second: string) =>
  `${first}${HAN_END.test(first) && HAN_START.test(second) ? '' : ' '}${second}`;

const topicName = (say: Say, { kind, of, name }: Topic) =>
  kind === 'category'
    ? categoryName(say, name)
    : kind === 'attribute'
      ? say('feature.attribute', { of: of ?? '', name })
      : name;

/** Returns what a person calls a category: the last part of its path, `washer` for `appliances.kitchen.washer`. */
export function categoryName(say: Say, path: string): string {
  return categoryWords(path) ?? say('numberedCategory', { name: path });
}

/** Returns what members of a group did or are: “viewed washer”, “brand apple”. */
export function featureName(say: Say, evidence: Evidence): string {
  const { kind, of, name } = evidence;
  if (kind === 'brand') return say('feature.brand', { name: name ?? '' });
  if (kind === 'item') return say('feature.item', { name: itemName(say.language, { ...evidence, item: name ?? '' }) });
  if (kind === 'attribute') return say('feature.attribute', { of: of ?? '', name: name ?? '' });
  const action = evidence.action?.[say.language] ?? of ?? '';
  if (name === null) return say('feature.anyAction', { action });
  const category = categoryName(say, name);
  const actionKind = evidence.action?.kind ?? kindOfName(of ?? '');
  if (actionKind === 'purchase') return say('feature.bought', { name: category });
  if (actionKind === 'cart') return say('feature.cart', { name: category });
  if (actionKind === 'view') return say('feature.viewed', { name: category });
  return say('feature.action', { action, name: category });
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
