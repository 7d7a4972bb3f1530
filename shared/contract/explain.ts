import { z } from 'zod';
import { Float32 } from './arrays.ts';
import { RunId } from './ids.ts';
import { job } from './method.ts';

const Token = z.object({
  /** `CLS` starts the sequence and `SEP` ends each session; the words of a text follow its event. */
  kind: z.enum(['behaviour', 'word', 'CLS', 'SEP']),
  word: z.string().nullable(),
  action: z.string().nullable(),
  item: z.string().nullable(),
  title: z.string().nullable(),
  titleEn: z.string().nullable(),
  category: z.string().nullable(),
  /** Milliseconds since the epoch; null if only the order of the events is known. */
  time: z.number().nullable(),
});
export type AttentionToken = z.infer<typeof Token>;

export const explain = {
  /**
   * Attention weights over the tokens of a user's latest events, by layer and head. Attention shows what the model
   * reads, not why it decides: it need not be an explanation (Jain and Wallace, 2019).
   */
  'explain.attention': job(
    /**
     * `last`: maximum number of tokens, special tokens included. One event needs at least three tokens with the special
     * tokens around it.
     */
    z.object({ run: RunId, user: z.string(), last: z.number().int().min(3).max(200).default(40) }),
    z.object({
      run: z.string(),
      user: z.string(),
      layers: z.number(),
      heads: z.number(),
      tokens: z.array(Token),
      /** (layers × heads × from × to), row-major; each row sums to 1. */
      attention: Float32,
    }),
    { reads: true, keepsModel: true },
  ),
  /**
   * Leave-one-out word importance for a run that predicts ratings: the decrease of each rating's log-odds when the word
   * is left out (Li, Monroe and Jurafsky, 2016).
   */
  'explain.text': job(
    z.object({ run: RunId, text: z.string().max(2_000_000) }),
    z.object({
      run: z.string(),
      classes: z.array(z.string()),
      /** Words, punctuation and whitespace that concatenate to the text, or to its start if it is very long. */
      pieces: z.array(z.string()),
      /** Number of leading pieces that lie within the model's input. */
      piecesRead: z.number(),
      /** log(p / (1 − p)) of each class, with p calibrated. */
      logOdds: Float32,
      /**
       * (pieces × classes), row-major, in nats; a positive value supports the class. NaN for whitespace and for pieces
       * that the model does not read.
       */
      effects: Float32,
    }),
    { reads: true, keepsModel: true },
  ),
};
