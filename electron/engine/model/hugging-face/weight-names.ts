/** Field of a BERT's word pieces. */
export const WORD = 'word';

/** Parts of a layer: Portrait's name and the name in Hugging Face's transformers. */
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
 * Maps Portrait's name of each weight of a BERT over one field to the name in transformers. Matrices are (output,
 * input) there and (input, output) in Portrait.
 */
export function bertNames(layers: number, field: string = WORD): Map<string, string> {
  const names = new Map<string, string>();
  const dense = (name: string, bertName: string) => {
    names.set(`${name}.weight`, `${bertName}.weight`);
    names.set(`${name}.bias`, `${bertName}.bias`);
  };
  const norm = (name: string, bertName: string) => {
    names.set(`${name}.gamma`, `${bertName}.weight`);
    names.set(`${name}.beta`, `${bertName}.bias`);
  };
  names.set(`embeddings.${field}`, 'bert.embeddings.word_embeddings.weight');
  names.set('embeddings.position', 'bert.embeddings.position_embeddings.weight');
  names.set('embeddings.segment', 'bert.embeddings.token_type_embeddings.weight');
  norm('embeddings.norm', 'bert.embeddings.LayerNorm');
  for (let l = 0; l < layers; l++) {
    for (const [name, bertName] of LAYER_DENSE) dense(`layer.${l}.${name}`, `bert.encoder.layer.${l}.${bertName}`);
    for (const [name, bertName] of LAYER_NORMS) norm(`layer.${l}.${name}`, `bert.encoder.layer.${l}.${bertName}`);
  }
  dense('pooler', 'bert.pooler.dense');
  dense('head.transform', 'cls.predictions.transform.dense');
  norm('head.norm', 'cls.predictions.transform.LayerNorm');
  names.set(`head.bias.${field}`, 'cls.predictions.bias');
  return names;
}

/**
 * Normalises a weight's name to current transformers conventions: adds the prefix, and replaces gamma and beta of older
 * versions.
 */
export function modernName(name: string): string {
  const prefixed = /^(embeddings|encoder|pooler)\./.test(name) ? `bert.${name}` : name;
  if (prefixed === 'cls.predictions.decoder.bias') return 'cls.predictions.bias';
  return prefixed.replace(/LayerNorm\.gamma$/, 'LayerNorm.weight').replace(/LayerNorm\.beta$/, 'LayerNorm.bias');
}
