import { z } from 'zod';

/**
 * Values by a name of the user's data, such as the attributes of a user. A map, because a name may be that of a
 * property that every object inherits (`constructor`), and because Zod and MessagePack drop or rename a key `__proto__`.
 */
export const byName = <T extends z.ZodType>(value: T) => z.map(z.string(), value);

/**
 * Record whose keys are names of the user's data, for input that is stored as JSON. Unlike `z.record`, it keeps a key
 * `__proto__`. Inherited properties must not be taken for entries: read it with `Object.hasOwn`.
 */
export const nameRecord = <T extends z.ZodType>(value: T, maxNames: number) =>
  z
    .custom<Record<string, z.input<T>>>((input) => typeof input === 'object' && input !== null && !Array.isArray(input))
    .refine((input) => Object.keys(input).length <= maxNames, `more than ${maxNames} names`)
    .transform((input, context): Record<string, z.output<T>> => {
      const entries = Object.entries(input).map(([name, raw]) => {
        const { data, error } = value.safeParse(raw);
        if (error) context.addIssue({ code: 'custom', path: [name], message: error.issues[0]?.message ?? '' });
        return [name, data] as const;
      });
      return Object.fromEntries(entries) as Record<string, z.output<T>>;
    });
