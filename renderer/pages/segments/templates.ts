import { type ActionSettings, kindOfAction } from '../../../shared/domain/action-settings.ts';
import type { ActionKind } from '../../../shared/domain/actions.ts';
import type { Rule } from '../../../shared/domain/rule.ts';

export type TemplateKey = 'neverBought' | 'inCart' | 'recentBuyers' | 'quiet' | 'fresh' | 'loyal';

export interface Template {
  key: TemplateKey;
  rule: Rule;
}

export interface ActionsByKind {
  view: string | undefined;
  cart: string | undefined;
  purchase: string | undefined;
}

/**
 * Returns the first action of a workspace of each kind: view, addition to the cart, purchase; undefined where there is
 * none.
 */
export function classifyActions(actions: readonly string[], settings: ActionSettings = new Map()): ActionsByKind {
  const first = (kind: ActionKind) => actions.find((action) => kindOfAction(settings, action) === kind);
  return { view: first('view'), cart: first('cart'), purchase: first('purchase') };
}

const QUIET_DAYS = 30;

/**
 * Returns the rule templates that are applicable to a workspace. `money` is the lowest amount spent within the top
 * fifth of the users; null if nobody paid.
 */
export function templates({ view, cart, purchase }: ActionsByKind, money: number | null): Template[] {
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
