import { LIFE_STAGES, type LifeStage } from './life-stage.ts';
import { RFM_RANGES, type RfmName } from './rfm.ts';

/** Words of the rule language for scores of a customer, 1 to 5, and the decile of net revenue, 1 (highest) to 10. */
export const CUSTOMER_SCORES = ['recency_score', 'frequency_score', 'monetary_score', 'monetary_decile'] as const;
export type CustomerScore = (typeof CUSTOMER_SCORES)[number];

/** Words for the first, the last and any day with a purchase of a customer, which are compared with periods. */
export const PURCHASE_DAYS = ['first_purchase', 'last_purchase', 'purchase_day'] as const;
export type PurchaseDay = (typeof PURCHASE_DAYS)[number];

export const RFM_NAMES = RFM_RANGES.map(({ name }) => name);

/** Returns a name as a word of the rule language: `atRisk` is `at_risk`. */
export const customerWord = (name: LifeStage | RfmName): string => name.replaceAll(/[A-Z]/g, '_$&').toLowerCase();

export const stageOfWord = (word: string): LifeStage | null => named(LIFE_STAGES, word);
export const rfmOfWord = (word: string): RfmName | null => named(RFM_NAMES, word);

/** Returns the name that a word stands for, regardless of case, separators and plural; null if there is none. */
function named<Name extends string>(names: readonly Name[], word: string): Name | null {
  const plain = word.toLowerCase().replaceAll(/[\s_-]/g, '');
  return names.find((name) => [plain, plain.replace(/s$/, '')].includes(name.toLowerCase())) ?? null;
}
