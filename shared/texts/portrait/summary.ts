import type { Output } from '../../contract/index.ts';
import type { Interest } from '../../contract/portrait.ts';
import type { Format } from '../format.ts';
import { type SayPortrait as Say, sayPortraitIn } from './say.ts';

type Portrait = Output<'profile.user'>;

const DAY = 86_400_000;

/**
 * Returns the summary of a user in a language: sentences that state facts with their figures. Unknown facts, and facts
 * that do not differ from all users, are omitted.
 */
export function portraitSummary(portrait: Portrait, language: string, format: Format): string {
  const say = sayPortraitIn(language, format);
  const sentences = [
    portrait.customer ? customer(portrait, portrait.customer, say, format) : visitor(portrait, say),
    interest(portrait, language, say, format),
    habit(portrait, say, format),
    price(portrait, say, format),
    expected(portrait, say, format),
  ];
  return sentences.filter((sentence) => sentence !== null).join(language === 'zh' ? '' : ' ');
}

function customer({ until }: Portrait, facts: NonNullable<Portrait['customer']>, say: Say, format: Format): string {
  const { purchases, first, last, spent, rfm, stage } = facts;
  return say(purchases === 1 ? 'once' : 'customer', {
    who: say(`stage.${stage?.stage ?? 'none'}`),
    purchases,
    first: day(first, format),
    last: day(last, format),
    silent: until === null ? 0 : (Date.parse(until) - Date.parse(last)) / DAY,
    money: spent === null ? '' : say('money', { spent: format.money(spent) }),
    rfm: rfm === null ? '' : say('rfm', { ...rfm, name: say(`rfm.${rfm.name}`) }),
  });
}

/** Omits purchases if some have no date, and sessions if only the order of events is known. */
function visitor({ measures: { events, sessions, recency, frequency } }: Portrait, say: Say): string {
  const count = sessions.value ?? 0;
  const counts = { events: events.value ?? 0, sessions: count === 0 ? '' : say('sessions', { count }) };
  return recency.value === null || (frequency.value ?? 0) > 0
    ? say('undated', counts)
    : say('visitor', { ...counts, days: Math.round(recency.value) });
}

/**
 * States the strongest interest: a category if there is one, otherwise a brand or an item. The share is that of all of
 * the user’s events, including those without a value.
 */
function interest({ interests, measures }: Portrait, language: string, say: Say, format: Format): string | null {
  const strongest = interests.categories[0] ?? interests.brands[0] ?? interests.items[0];
  if (!strongest) return null;
  const { low, events, trend } = strongest;
  return say('interest', {
    name: interestName(strongest, language),
    low: format.number(Math.floor(10 * low) / 10, 1),
    share: format.percent(events / (measures.events.value ?? events), 0),
    trend: trend === null ? '' : say(`trend.${trend}`),
  });
}

const interestName = ({ name, title, titleEn }: Interest, language: string) =>
  (language === 'zh' ? (title ?? titleEn) : (titleEn ?? title)) ?? name;

function habit({ habits: [surest] }: Portrait, say: Say, format: Format): string | null {
  if (!surest) return null;
  const [share, overall] = [surest.share, surest.overall].map((value) => format.percent(value, 0));
  return say('habit', { when: say(`habit.${surest.when}`), share: share!, overall: overall! });
}

function price({ price: facts }: Portrait, say: Say, format: Format): string | null {
  if (facts === null || facts.level === 'middle') return null;
  return say('price', { percentile: format.percent(facts.percentile.value / 100, 0) });
}

/** Omitted if the models were fitted to other events. */
function expected({ value: { fit, weeks, expected: facts } }: Portrait, say: Say, format: Format): string | null {
  if (facts === null || weeks === null || fit !== 'current') return null;
  const { active, purchases, next } = facts;
  return say('expected', {
    active: format.percent(active.value, 0),
    purchases: format.number(purchases.value, 1),
    weeks,
    low: purchases.low < 1 ? 0 : Math.floor(purchases.low),
    high: Math.ceil(purchases.high),
    from: day(next.from, format),
    to: day(next.to, format),
  });
}

const day = (date: string, format: Format) => format.day(Date.parse(date), 'UTC');
