import { z } from 'zod';

/** What a trait of a cluster is about. */
export const TraitKey = z.object({
  kind: z.enum(['category', 'brand', 'action', 'attribute', 'measure']),
  /** Attribute of a value; null otherwise. */
  of: z.string().nullable(),
  name: z.string(),
  /** For a measure: whether the cluster is above or below most others. */
  level: z.enum(['high', 'low']).nullable(),
});
export type TraitKey = z.infer<typeof TraitKey>;

/** Name of a cluster: a code, and the parameters from which each language makes the name. */
export const ClusterName = z.discriminatedUnion('code', [
  /** The traits of the name, none if nothing distinguishes the cluster; `number` counts clusters of the same traits. */
  z.object({
    code: z.literal('traits'),
    params: z.object({ traits: z.array(TraitKey), number: z.number().int().min(1) }),
  }),
  /** A name in words: a person's, or one stored before names had codes. */
  z.object({ code: z.literal('text'), params: z.object({ text: z.string() }) }),
]);
export type ClusterName = z.infer<typeof ClusterName>;
