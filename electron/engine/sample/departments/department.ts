/**
 * A category of the sample shop's catalogue: its brands, and the products that each brand has. All names are invented.
 */
export interface Category {
  /** Two levels, as in Chinese shops: `数码/手机`. */
  readonly name: string;
  readonly brands: readonly Brand[];
  readonly products: readonly Product[];
}

export interface Brand {
  readonly zh: string;
  readonly en: string;
  /** Factor on the price of every product. */
  readonly tier: number;
}

export interface Product {
  readonly zh: string;
  readonly en: string;
  /** Price in yuan of the first variant of a brand of tier 1. */
  readonly price: number;
  /** `[Chinese, English]`; each further variant costs a little more. */
  readonly variants: readonly (readonly [string, string])[];
  /** Whether variants are bought in sequence: the volumes of a series, the stages of a formula. */
  readonly series?: boolean;
  /** Days after which a buyer needs a refill. */
  readonly cycle?: number;
}

/** Brands from cheap to expensive, written `中文 English`. */
export function brands(...names: string[]): Brand[] {
  const tiers = [0.68, 0.9, 1.15, 1.6];
  return names.map((name, i) => {
    const [zh = '', en = ''] = name.split(' ');
    return { zh, en, tier: tiers[i % tiers.length]! };
  });
}
