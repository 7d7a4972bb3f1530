import { PortraitError } from '../../../shared/errors.ts';

/** Minimum number of customers with repeat purchases for which the models are fitted. */
export const MIN_REPEAT_CUSTOMERS = 20;

export const noPurchases = (): PortraitError =>
  new PortraitError({
    code: 'NO_PURCHASES',
    message: 'There are no purchases with a date.',
    hint: 'Import orders with their dates, and check which action counts as a purchase.',
  });

export const fewCustomers = (customers: number, repeat: number, needed: number): PortraitError =>
  new PortraitError({
    code: 'FEW_CUSTOMERS',
    message: `${customers} customers, of whom ${repeat} bought again, are too few to fit a model.`,
    hint: `At least ${needed} customers must have bought on two days or more. Import more orders, or choose a later day.`,
    details: { customers, repeat, needed },
  });

export const dayNotCovered = (day: string, first: string, last: string): PortraitError =>
  new PortraitError({
    code: 'DAY_NOT_COVERED',
    message: `${day} is not within the data, which go from ${first} to ${last}.`,
    hint: 'Choose a day in between: a time without data would look like customers who stopped buying.',
    details: { day, first, last },
  });
