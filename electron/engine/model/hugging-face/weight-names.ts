/** The field that a BERT reads: its word pieces. */
export const WORD = 'word';

/** Parts of a layer, in Portrait's words and in those of Hugging Face's transformers. */
const LAYER_DENSE = [
  ['attention.query', 'attention.self.query'],
  ['attention.key', 'attention.self.key'],
  ['attention.value', 'attention.self.value'],
  ['attention.output', 'attention.output.dense'],
  ['inner', 'intermediate.dense'],
  ['output', 'output.dense'],
] as const;
const LAYER_NORMS = [
  ['attention.norm', 'attention.output.LayerNorm'],
  ['norm', 'output.LayerNorm'],
] as const;

/**
 * Portrait's name of each weight of a BERT over one field, and the name that transformers gives it. Their matrices are
 * (output, input), ours (input, output).
 */
export function bertNames(layers: number, field: string = WORD): Map<string, string> {
  const names = new Map<string, string>();
  const dense = (ours: string, theirs: string) => {
    names.set(`${ours}.weight`, `${theirs}.weight`);
    names.set(`${ours}.bias`, `${theirs}.bias`);
  };
  const norm = (ours: string, theirs: string) => {
    names.set(`${ours}.gamma`, `${theirs}.weight`);
    names.set(`${ours}.beta`, `${theirs}.bias`);
  };
  names.set(`embeddings.${field}`, 'bert.embeddings.word_embeddings.weight');
  names.set('embeddings.position', 'bert.embeddings.position_embeddings.weight');
  names.set('embeddings.segment', 'bert.embeddings.token_type_embeddings.weight');
  norm('embeddings.norm', 'bert.embeddings.LayerNorm');
  for (let l = 0; l < layers; l++) {
    for (const [ours, theirs] of LAYER_DENSE) dense(`layer.${l}.${ours}`, `bert.encoder.layer.${l}.${theirs}`);
    for (const [ours, theirs] of LAYER_NORMS) norm(`layer.${l}.${ours}`, `bert.encoder.layer.${l}.${theirs}`);
  }
  dense('pooler', 'bert.pooler.dense');
  dense('head.transform', 'cls.predictions.transform.dense');
  norm('head.norm', 'cls.predictions.transform.LayerNorm');
  names.set(`head.bias.${field}`, 'cls.predictions.bias');
  return names;
}

/** A name as transformers writes it today: with its prefix, and without what older versions called gamma and beta. */
export function modernName(name: string): string {
  const whole = /^(embeddings|encoder|pooler)\./.test(name) ? `bert.${name}` : name;
  if (whole === 'cls.predictions.decoder.bias') return 'cls.predictions.bias';
  return whole.replace(/LayerNorm\.gamma$/, 'LayerNorm.weight').replace(/LayerNorm\.beta$/, 'LayerNorm.bias');
}
