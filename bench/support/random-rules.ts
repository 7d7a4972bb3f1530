import type { Database } from 'better-sqlite3';
import { namesOf } from '../../electron/engine/store/names/name-lookup.ts';
import { Random } from '../../shared/domain/random.ts';
import type { Behaviour, Rule } from '../../shared/domain/rule.ts';

/** Returns rules of three conditions on behaviour, each with up to three filters; the same for the same seed. */
export function randomRules(db: Database, count: number, seed = 1): Rule[] {
  const random = new Random(seed, 0);
  const pick = <T>(values: readonly T[]): T => values[random.integer(values.length)]!;
  const names = { action: namesOf(db, 'actions'), category: namesOf(db, 'categories'), brand: namesOf(db, 'brands') };
  const items = namesOf(db, 'items', 500);
  const filters: readonly (() => Partial<Behaviour>)[] = [
    () => ({ category: pick(names.category) }),
    () => ({ brand: pick(names.brand) }),
    () => ({ item: pick(items) }),
    () => ({ days: 1 + random.integer(60) }),
    () => ({ hours: [random.integer(24), random.integer(24)] }),
    () => ({ price: [{ op: '>=', value: random.integer(150) }] }),
    () => ({}),
  ];
  const condition = (): Rule => {
    const behaviour: Behaviour = { action: pick(names.action), ...pick(filters)(), ...pick(filters)() };
    if (random.chance(0.3)) return { sum: behaviour, op: '>', value: random.integer(500) };
    const rule: Rule = { count: behaviour, op: '>=', value: 1 + random.integer(3) };
    return random.chance(0.3) ? { not: rule } : rule;
  };
  return Array.from({ length: count }, () => {
    const parts = [condition(), condition(), condition()];
    return random.chance(0.7) ? { all: parts } : { any: parts };
  });
}
