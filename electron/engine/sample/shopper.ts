import type { Random } from '../../../shared/domain/random.ts';
import { AGE_BANDS, type Archetype, archetypes } from './archetypes.ts';
import { categories, type Item, itemAt } from './catalogue.ts';
import type { Product } from './departments/department.ts';
import { DAYS, seasonality } from './seasons.ts';

const METROPOLES = ['北京', '上海', '广州', '深圳', '杭州', '成都'] as const;
const CITIES = ['武汉', '西安', '长沙', '郑州', '青岛', '合肥', '昆明', '洛阳', '绵阳', '赣州'] as const;

export interface DeclaredAttributes {
  readonly ageBand: string;
  readonly gender: string;
  readonly city: string;
}

/** One customer: an archetype with individual preferences. */
export interface Shopper {
  readonly random: Random;
  readonly archetype: Archetype;
  /** Null if the customer declared no attributes. */
  readonly declared: DeclaredAttributes | null;
  /** Weight of each category at the start and at the end of the year. */
  readonly early: Float64Array;
  readonly late: Float64Array;
  /** The day around which the interests shift from `early` to `late`. */
  readonly driftDay: number;
  /** Favourite brand in each category. */
  readonly brands: Int32Array;
  /** The shopper's current stage in each series. */
  readonly stages: Map<Product, number>;
}

const DECLARING_SHARE = 0.6;
const DRIFTING_SHARE = 0.45;

export function drawShopper(random: Random): Shopper {
  const archetype = archetypes[random.weighted(archetypes.map((a) => a.share))]!;
  const declared = random.chance(DECLARING_SHARE) ? declare(random, archetype) : null;
  const early = drawTastes(random, archetype.interests);
  const late = random.chance(DRIFTING_SHARE) ? drawTastes(random, archetype.laterInterests) : early;
  const driftDay = DAYS * (0.25 + 0.5 * random.float());
  const brands = Int32Array.from(categories, () => drawBrand(random, archetype.tier));
  return { random, archetype, declared, early, late, driftDay, brands, stages: new Map() };
}

function declare(random: Random, archetype: Archetype): DeclaredAttributes {
  return {
    ageBand: AGE_BANDS[random.weighted(archetype.ages)]!,
    gender: random.chance(archetype.women) ? 'F' : 'M',
    city: random.weighted([archetype.metropolis, 1]) === 0 ? random.pick(METROPOLES) : random.pick(CITIES),
  };
}

function drawTastes(random: Random, interests: Readonly<Record<string, number>>): Float64Array {
  return Float64Array.from(categories, ({ name }) => ((interests[name] ?? 0) + 0.12) * Math.exp(0.5 * random.normal()));
}

function drawBrand(random: Random, tier: number): number {
  return random.weighted([0, 1, 2, 3].map((brand) => Math.exp(-((brand - tier) ** 2))));
}

/**
 * Draws the item that the shopper wants on a day: a category by the current interests, a product in season, mostly the
 * favourite brand, and a variant.
 */
export function drawDesiredItem(shopper: Shopper, day: number): Item {
  const { random, early, late, driftDay } = shopper;
  const driftProgress = 1 / (1 + Math.exp((driftDay - day) / 12));
  const c = random.weighted(early.map((weight, i) => weight * (1 - driftProgress) + late[i]! * driftProgress));
  const category = categories[c]!;
  const popularity = category.products.map((product, rank) => seasonality(product.zh, day) / (1 + rank) ** 0.6);
  const product = category.products[random.weighted(popularity)]!;
  const brand = random.chance(0.7) ? shopper.brands[c]! : drawBrand(random, shopper.archetype.tier);
  return itemAt(product, brand, variantFor(shopper, product))!;
}

/** In a series, the shopper's current stage; otherwise any variant, with a preference for the first ones. */
function variantFor({ random, stages }: Shopper, product: Product): number {
  if (!product.series) return random.weighted(product.variants.map((_, v) => 1 / (1 + v)));
  const stage = stages.get(product) ?? (product.cycle ? random.integer(product.variants.length) : 0);
  stages.set(product, stage);
  return stage;
}
