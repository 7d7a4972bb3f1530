import { type Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { Cleaning, PrivacyChoice } from '../../../shared/domain/cleaning.ts';
import { numberParser } from './number-option.ts';

/** Cleaning steps as command-line options. */
export interface CleaningOptions {
  narrow?: boolean;
  foldCase?: boolean;
  currency?: Cleaning['currency'];
  from?: string;
  to?: string;
  minPrice?: number;
  maxPrice?: number;
  clip?: number;
  internal?: string[];
  botsPerMinute?: number;
  botsPerDay?: number;
  nearRepeats?: number;
  coreUser?: number;
  coreItem?: number;
  idle?: number;
}

export function addCleaningOptions(command: Command): Command {
  const { clip, nearRepeats, sessions } = Cleaning.shape;
  const integer = numberParser(z.number().int().positive());
  const number = numberParser(z.number());
  const quantile = numberParser(clip.unwrap().shape.quantile);
  const seconds = numberParser(nearRepeats.unwrap().shape.seconds);
  const minutes = numberParser(sessions.unwrap().shape.idleMinutes);
  return command
    .optionsGroup('Cleaning steps, each off by default:')
    .option('--narrow', 'convert full-width characters to half-width and collapse whitespace')
    .option('--fold-case', 'convert actions, categories and brands to lower case')
    .option('--currency <rates>', 'convert money at fixed rates, such as EUR:USD=0.92,GBP=1.17', currencyOf)
    .option('--from <time>', 'drop events before a time or day (UTC)', (text: string) => timeOf(text, '00:00:00'))
    .option('--to <time>', 'drop events after a time or day (UTC)', (text: string) => timeOf(text, '23:59:59.999'))
    .option('--min-price <price>', 'drop rows with a lower price', number)
    .option('--max-price <price>', 'drop rows with a higher price', number)
    .option('--clip <quantile>', 'clip prices, amounts and quantities at a quantile, such as 0.999', quantile)
    .option('--internal <users...>', 'exclude internal users, such as staff and test accounts')
    .option('--bots-per-minute <n>', 'drop users with more events in any minute', integer)
    .option('--bots-per-day <n>', 'drop users with more events in any day', integer)
    .option('--near-repeats <seconds>', 'drop events that repeat another within this time', seconds)
    .option('--core-user <n>', 'drop users with fewer events, until none remain (k-core)', integer)
    .option('--core-item <n>', 'drop items with fewer events, until none remain (k-core)', integer)
    .option('--idle <minutes>', 'inactivity after which a session ends (default: 30)', minutes)
    .optionsGroup('Options:');
}

/** Returns the requested cleaning steps. */
export function cleaningOf(options: CleaningOptions): Cleaning {
  const { narrow, foldCase, currency, from, to, minPrice, maxPrice, clip, internal, idle } = options;
  const { botsPerMinute, botsPerDay, nearRepeats, coreUser, coreItem } = options;
  const steps = {
    text: definedValues({ width: narrow, case: foldCase }),
    currency,
    times: definedValues({ from, to }),
    prices: definedValues({ min: minPrice, max: maxPrice }),
    clip: definedValues({ quantile: clip }),
    internal: definedValues({ users: internal }),
    bots: definedValues({ perMinute: botsPerMinute, perDay: botsPerDay }),
    nearRepeats: definedValues({ seconds: nearRepeats }),
    core: definedValues({ user: coreUser, item: coreItem }),
    sessions: definedValues({ idleMinutes: idle }),
  };
  return Cleaning.parse(definedValues(steps) ?? {});
}

/** Returns the properties that are defined; undefined if none is. */
function definedValues(all: Record<string, unknown>): Record<string, unknown> | undefined {
  const entries = Object.entries(all).filter(([, value]) => value !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function currencyOf(text: string): Cleaning['currency'] {
  const [to = '', rates = ''] = text.split(':');
  const pairs = rates.split(',').map((pair) => pair.split('='));
  const input = {
    to: to.trim(),
    rates: Object.fromEntries(pairs.map(([name = '', rate]) => [name.trim(), Number(rate)])),
  };
  const { success, data } = Cleaning.shape.currency.safeParse(input);
  if (!success || !data)
    throw new InvalidArgumentError(
      'Use the form EUR:USD=0.92,GBP=1.17: the target currency, then the rate of each other one.',
    );
  return data;
}

/** Parses a time to ISO form; a date without a time is combined with `defaultTime`. */
function timeOf(text: string, defaultTime: string): string {
  const ms = Date.parse(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T${defaultTime}Z` : text);
  if (Number.isNaN(ms)) throw new InvalidArgumentError('Use the form 2024-05-01 or 2024-05-01T10:00:00Z.');
  return new Date(ms).toISOString();
}

type Privacy = Record<string, PrivacyChoice>;

/** Adds a privacy choice for a column, `email=hash`, to the previous ones. */
export function privacyOf(text: string, previous: Privacy = {}): Privacy {
  const at = text.lastIndexOf('=');
  const { success, data } = PrivacyChoice.safeParse(text.slice(at + 1));
  if (at < 1 || !success) throw new InvalidArgumentError('Use COLUMN=keep, COLUMN=hash or COLUMN=drop.');
  return { ...previous, [text.slice(0, at)]: data };
}
