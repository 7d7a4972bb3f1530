import type { BaseDetails, BaseForecast, CustomerBase, MonthPart } from '../../contract/base.ts';
import { LIFE_STAGES, type LifeStage } from '../../domain/life-stage.ts';
import { RFM_RANGES } from '../../domain/rfm.ts';
import { fillSlots, type SlotValues } from '../fill-slots.ts';
import type { Format } from '../format.ts';
import { type BaseText, en } from './en.ts';
import { zh } from './zh.ts';

type Say = (text: BaseText, values?: SlotValues) => string;

/** Topics of the sentences about all customers, in their order. */
type Topic = 'size' | 'best' | 'leaving' | 'changed' | 'forecast';

export interface BaseSentence {
  readonly topic: Topic;
  readonly text: string;
}

/** Weeks that a sentence looks ahead, at least. */
const WEEKS = 4;

/** Returns sentences of facts about all customers in a language; what is unknown is left out. */
export function baseSummary(base: CustomerBase, language: string, format: Format): BaseSentence[] {
  const texts = language === 'zh' ? zh : en;
  const say: Say = (text, values = {}) => fillSlots(texts[text], values, format);
  const { details, until } = base;
  if (until === null) return [{ topic: 'size', text: say('undated') }];
  if (details === null) return [{ topic: 'size', text: say('none', { until: day(until, format) }) }];
  const sentences: readonly (readonly [Topic, string | null])[] = [
    ['size', size(base, until, say, format)],
    ['best', best(base, details, say, format)],
    ['leaving', leaving(base, details, say, format)],
    ['changed', changed(base, details, say, format)],
    ['forecast', forecast(details.forecast, say)],
  ];
  return sentences.flatMap(([topic, text]) => (text === null ? [] : [{ topic, text }]));
}

function size({ customers, users, withMoney, net, gross }: CustomerBase, until: string, say: Say, format: Format) {
  const money = withMoney === 0 ? '' : say('sizeMoney', { net: format.money(net), gross: format.money(gross) });
  return say('size', { customers, users, until: day(until, format), money });
}

function best({ customers, net }: CustomerBase, { rfm, concentration }: BaseDetails, say: Say, format: Format) {
  const at = RFM_RANGES.findIndex(({ name }) => name === 'champion');
  const champions = rfm.groups.customers[at]!;
  const share = format.percent(champions / customers, 0);
  if (concentration === null || net <= 0) return champions === 0 ? null : say('best', { champions, share });
  const decile = format.percent(concentration.topDecile, 0);
  if (champions === 0) return say('topDecile', { decile });
  const money = format.percent(rfm.groups.net[at]! / net, 0);
  return say('bestMoney', { champions, share, money, decile });
}

function leaving({ customers, withMoney }: CustomerBase, { stages }: BaseDetails, say: Say, format: Format) {
  if (stages === null) return null;
  const { now, limits } = stages;
  const at = (stage: LifeStage) => LIFE_STAGES.indexOf(stage);
  const atRisk = now.customers[at('atRisk')]!;
  return say('leaving', {
    atRisk,
    share: format.percent(atRisk / customers, 0),
    money: withMoney === 0 || atRisk === 0 ? '' : say('leavingMoney', { net: format.money(now.net[at('atRisk')]!) }),
    late: format.number(limits.late),
    lapsed: now.customers[at('lapsed')]!,
  });
}

function changed(
  { withMoney }: CustomerBase,
  { change: { current, previous } }: BaseDetails,
  say: Say,
  format: Format,
) {
  const figure = (name: 'buyers' | 'newCustomers' | 'wonBack' | 'lapsed' | 'net'): string[] => {
    const shown = (part: MonthPart) =>
      part[name] === null ? null : name === 'net' ? format.money(part.net) : format.number(part[name]);
    const [now, before] = [shown(current), previous && shown(previous)];
    if (now === null) return [];
    return [say(name, { value: before === null ? now : say('beside', { now, before }) })];
  };
  const figures = [
    ...(['buyers', 'newCustomers', 'wonBack', 'lapsed'] as const).flatMap(figure),
    ...(withMoney === 0 ? [] : figure('net')),
  ].join(say('listed'));
  const [from, to] = [day(current.from, format), day(current.to, format)];
  if (!previous) return say('changed', { from, to, figures });
  return say('changedBeside', {
    ...{ from, to, before: day(previous.from, format), until: day(previous.to, format) },
    figures,
  });
}

/** Left out if the models were fitted to other events. */
function forecast(facts: BaseForecast | null, say: Say): string | null {
  if (facts === null || facts.outdated) return null;
  const later = facts.weeks.findIndex((count) => count >= WEEKS);
  const at = later === -1 ? facts.weeks.length - 1 : later;
  const rounded = (values: Float64Array) => Math.round(values[at]!);
  return say('forecast', {
    expected: rounded(facts.expected),
    weeks: facts.weeks[at]!,
    low: rounded(facts.low),
    high: rounded(facts.high),
  });
}

const day = (date: string, format: Format) => format.day(Date.parse(date), 'UTC');
