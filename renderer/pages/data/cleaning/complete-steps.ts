import type { Cleaning } from '../../../../shared/domain/cleaning.ts';

/** The steps as the engine takes them: one that is switched on and says nothing yet is not asked for. */
export function readyCleaning(cleaning: Cleaning): Cleaning {
  const { internal, currency, text, times, prices, bots, core, ...rest } = cleaning;
  const says = (part: object | undefined) => part !== undefined && Object.values(part).some((value) => value !== false);
  return {
    ...rest,
    ...(internal && internal.users.length > 0 && { internal }),
    ...(currency && currency.to.length === 3 && Object.keys(currency.rates).length > 0 && { currency }),
    ...(text && says(text) && { text }),
    ...(times && says(times) && { times }),
    ...(prices && says(prices) && { prices }),
    ...(bots && says(bots) && { bots }),
    ...(core && says(core) && { core }),
  };
}
