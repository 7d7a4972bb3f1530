import type { Cleaning } from '../../../../shared/domain/cleaning.ts';

/** Returns the cleaning steps to send to the engine: steps that are switched on but not filled in yet are left out. */
export function completeSteps(cleaning: Cleaning): Cleaning {
  const { internal, currency, text, times, prices, bots, core, ...rest } = cleaning;
  const isSet = (part: object | undefined) =>
    part !== undefined && Object.values(part).some((value) => value !== false);
  return {
    ...rest,
    ...(internal && internal.users.length > 0 && { internal }),
    ...(currency && currency.to.length === 3 && Object.keys(currency.rates).length > 0 && { currency }),
    ...(text && isSet(text) && { text }),
    ...(times && isSet(times) && { times }),
    ...(prices && isSet(prices) && { prices }),
    ...(bots && isSet(bots) && { bots }),
    ...(core && isSet(core) && { core }),
  };
}
