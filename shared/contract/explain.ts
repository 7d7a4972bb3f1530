import { z } from 'zod';
import { Float32 } from './arrays.ts';
import { job } from './method.ts';

const Token = z.object({
  /** `CLS` opens the sequence, `SEP` closes each session; the words of a text follow its behaviour. */
  kind: z.enum(['behaviour', 'word', 'CLS', 'SEP']),
  word: z.string().nullable(),
  action: z.string().nullable(),
  item: z.string().nullable(),
  title: z.string().nullable(),
  titleEn: z.string().nullable(),
  category: z.string().nullable(),
  /** Milliseconds since the epoch; null where the events are known in their order only. */
  time: z.number().nullable(),
});
export type AttentionToken = z.infer<typeof Token>;

export const explain = {
  /**
   * Where each position of a user's latest behaviours looks, layer by layer and head by head. Attention shows what the model
   * reads, not why it decides: it need not be an explanation (Jain and Wallace, 2019).
   */
  'explain.attention': job(
    /** `last` positions at most, marks included: a behaviour needs three with those around it. */
    z.object({ run: z.string(), user: z.string(), last: z.number().int().min(3).max(200).default(40) }),
    z.object({
      run: z.string(),
      user: z.string(),
      layers: z.number(),
      heads: z.number(),
      tokens: z.array(Token),
      /** (layers × heads × from × to), row-major, the rows summing to 1. */
      attention: Float32,
    }),
  ),
  /**
   * Which words account for what a run that rates says of a text: how much lower the log-odds of each rating are without the
   * word (Li, Monroe and Jurafsky, 2016).
   */
  'explain.text': job(
    z.object({ run: z.string(), text: z.string().max(2_000_000) }),
    z.object({
      run: z.string(),
      classes: z.array(z.string()),
      /** Words, signs and blanks that together are the text, or its beginning where it is very long. */
      pieces: z.array(z.string()),
      /** Of how many of the first pieces the model sees something. */
      read: z.number(),
      /** log(p / (1 − p)) of each class, p calibrated. */
      logOdds: Float32,
      /** (pieces × classes), row-major, in nats: above 0 speaks for the class. NaN for blanks and what is not read. */
      effects: Float32,
    }),
  ),
};
