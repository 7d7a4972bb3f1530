import { z } from 'zod';
import { checkpointUnsupported } from '../../sequence/text/checkpoint-unsupported.ts';
import { EncoderConfig } from '../config.ts';
import { checkpointDamaged } from './errors.ts';
import { WORD } from './weight-names.ts';

const count = z.number().int().positive().max(10_000_000);
const dropoutRate = z.number().min(0).max(0.9);

/** The parts of a BERT's `config.json` that define its computation. */
const BertConfig = z.object({
  model_type: z.string().default('bert'),
  vocab_size: count,
  hidden_size: count,
  num_hidden_layers: count,
  num_attention_heads: count,
  intermediate_size: count,
  max_position_embeddings: count,
  type_vocab_size: count.default(2),
  layer_norm_eps: z.number().positive().default(1e-12),
  hidden_dropout_prob: dropoutRate.default(0.1),
  hidden_act: z.unknown().default('gelu'),
  position_embedding_type: z.unknown().default('absolute'),
  is_decoder: z.boolean().default(false),
  add_cross_attention: z.boolean().default(false),
});

/** Converts a BERT's configuration to an encoder's. Throws CHECKPOINT_UNSUPPORTED and CHECKPOINT_DAMAGED. */
export function encoderOf(json: unknown): EncoderConfig {
  const kind = z.object({ model_type: z.string() }).safeParse(json).data?.model_type ?? 'bert';
  if (kind !== 'bert') throw checkpointUnsupported({ variant: 'model-type', value: kind });
  const parsed = BertConfig.safeParse(json);
  if (!parsed.success) {
    const settings = parsed.error.issues.map(({ path }) => path.join('.'));
    const problem = z.prettifyError(parsed.error).replaceAll(/\s+/g, ' ');
    throw checkpointDamaged('config.json', { variant: 'settings', settings, problem });
  }
  const bert = parsed.data;
  if (bert.hidden_act !== 'gelu')
    throw checkpointUnsupported({ variant: 'activation', value: String(bert.hidden_act) });
  if (bert.position_embedding_type !== 'absolute') {
    throw checkpointUnsupported({ variant: 'positions', value: String(bert.position_embedding_type) });
  }
  if (bert.add_cross_attention) throw checkpointUnsupported({ variant: 'cross-attention' });
  const encoder = EncoderConfig.safeParse({
    width: bert.hidden_size,
    layers: bert.num_hidden_layers,
    heads: bert.num_attention_heads,
    inner: bert.intermediate_size,
    length: bert.max_position_embeddings,
    segments: bert.type_vocab_size,
    norm: 'post',
    epsilon: bert.layer_norm_eps,
    causal: bert.is_decoder,
    positions: 'fromStart',
    dropout: bert.hidden_dropout_prob,
    sizes: { [WORD]: bert.vocab_size },
  });
  if (encoder.success) return encoder.data;
  const [issue] = encoder.error.issues;
  throw checkpointUnsupported({ variant: 'range', name: issue?.path.join('.') || 'shape', problem: issue?.message });
}

/** Builds the `config.json` of an encoder over one field of `size` tokens; `padding` is the id of [PAD]. */
export function bertConfigOf(encoder: EncoderConfig, size: number, padding: number): Record<string, unknown> {
  return {
    architectures: [architectureOf(encoder)],
    model_type: 'bert',
    vocab_size: size,
    hidden_size: encoder.width,
    num_hidden_layers: encoder.layers,
    num_attention_heads: encoder.heads,
    intermediate_size: encoder.inner,
    max_position_embeddings: encoder.length,
    type_vocab_size: encoder.segments,
    layer_norm_eps: encoder.epsilon,
    hidden_dropout_prob: encoder.dropout,
    attention_probs_dropout_prob: encoder.dropout,
    hidden_act: 'gelu',
    position_embedding_type: 'absolute',
    is_decoder: encoder.causal,
    tie_word_embeddings: true,
    pad_token_id: padding,
    torch_dtype: 'float32',
  };
}

/** Name of the transformers class that a model corresponds to. */
export function architectureOf({ causal }: EncoderConfig): string {
  return causal ? 'BertLMHeadModel' : 'BertForMaskedLM';
}
