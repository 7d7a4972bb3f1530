import { beauty } from './departments/beauty.ts';
import type { Category, Product } from './departments/department.ts';
import { digital } from './departments/digital.ts';
import { family } from './departments/family.ts';
import { home } from './departments/home.ts';
import { kitchen } from './departments/kitchen.ts';
import { outside } from './departments/outside.ts';

export interface Item {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  readonly category: Category;
  readonly product: Product;
  /** Index into the category's brands, and into the product's variants. */
  readonly brand: number;
  readonly variant: number;
  /** Yuan. */
  readonly price: number;
}

export const categories: readonly Category[] = [...family, ...digital, ...kitchen, ...beauty, ...outside, ...home];

/** Every product of every brand in every variant: about a thousand items, deterministic. */
export const items: readonly Item[] = categories.flatMap((category, c) =>
  category.products.flatMap((product, p) =>
    category.brands.flatMap((brand, b) =>
      product.variants.map(([zh, en], variant) => ({
        id: `P${10_000 + c * 1000 + p * 100 + b * 10 + variant}`,
        title: `${brand.zh} ${product.zh} ${zh}`,
        titleEn: `${brand.en} ${product.en}, ${en}`,
        category,
        product,
        brand: b,
        variant,
        price: shelfPrice(product.price * brand.tier * (product.series ? 1 : 1 + 0.35 * variant)),
      })),
    ),
  ),
);

const itemsByKey = new Map(items.map((item) => [itemKey(item.product, item.brand, item.variant), item]));

function itemKey(product: Product, brand: number, variant: number): string {
  return `${product.zh}/${brand}/${variant}`;
}

/** The item of a product, brand and variant, or undefined past the last variant. */
export function itemAt(product: Product, brand: number, variant: number): Item | undefined {
  return itemsByKey.get(itemKey(product, brand, variant));
}

/** Rounds a price as shops do: ending in 9, or in .9 if it is low. */
function shelfPrice(price: number): number {
  return price < 60 ? Math.max(1, Math.round(price)) - 0.1 : Math.round(price / 10) * 10 - 1;
}
