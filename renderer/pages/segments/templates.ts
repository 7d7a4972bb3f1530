import { isPurchase } from '../../../shared/domain/actions.ts';
import type { Rule } from '../../../shared/domain/rule.ts';

export type TemplateKey = 'neverBought' | 'inCart' | 'recentBuyers' | 'quiet' | 'fresh' | 'loyal';

export interface Template {
  key: TemplateKey;
  rule: Rule;
}

const VIEWS = /^(view|viewed|pv|click|detail|visit|浏览|点击|查看)/i;
const CARTS = /(cart|basket|加购|购物车)/i;

export interface KnownActions {
  view: string | undefined;
  cart: string | undefined;
  purchase: string | undefined;
}

/** Which of a workspace's actions are views, additions to the cart, and purchases. */
export function knownActions(actions: readonly string[]): KnownActions {
  return {
    view: actions.find((action) => VIEWS.test(action)),
    cart: actions.find((action) => CARTS.test(action) && !/remove|移除/i.test(action)),
    purchase: actions.find(isPurchase),
  };
}

const QUIET_DAYS = 30;

/**
 * Rules to begin with, as far as the workspace has what they need. `money` is what the fifth of the users who spent most
 * spent at least; null where nobody paid.
 */
export function templates({ view, cart, purchase }: KnownActions, money: number | null): Template[] {
  const never = (action: string): Rule => ({ count: { action }, op: '=', value: 0 });
  const atLeast = (action: string, value: number): Rule => ({ count: { action }, op: '>=', value });
  const list: (Template | null)[] = [
    view && purchase ? { key: 'neverBought', rule: { all: [atLeast(view, 3), never(purchase)] } } : null,
    cart && purchase ? { key: 'inCart', rule: { all: [atLeast(cart, 1), never(purchase)] } } : null,
    purchase
      ? { key: 'recentBuyers', rule: { count: { action: purchase, days: QUIET_DAYS }, op: '>=', value: 1 } }
      : null,
    money === null
      ? null
      : {
          key: 'quiet',
          rule: {
            all: [
              { measure: 'monetary', op: '>=', value: money },
              { measure: 'recency', op: '>', value: QUIET_DAYS },
            ],
          },
        },
    { key: 'fresh', rule: { measure: 'recency', op: '<=', value: 7 } },
    purchase
      ? {
          key: 'loyal',
          rule: {
            all: [
              { measure: 'sessions', op: '>=', value: 5 },
              { measure: 'frequency', op: '>=', value: 2 },
            ],
          },
        }
      : null,
  ];
  return list.filter((template) => template !== null);
}
