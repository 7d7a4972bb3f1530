import type { Database } from 'better-sqlite3';
import type { EncoderConfig } from '../../model/config.ts';
import { type ModelToSave, SPECIAL_PIECES } from '../../model/hugging-face/save.ts';
import { readModel } from '../../model/model-file.ts';
import { readRunConfig, weightsFile } from '../../runs/run-files.ts';
import { readTextRun } from '../../runs/text-run.ts';
import { FIELDS, type FieldName } from '../../sequence/fields.ts';
import type { TextTokens } from '../../sequence/text/text-tokens.ts';
import { wordPieces } from '../../sequence/text/word-pieces.ts';
import type { Vocabulary } from '../../sequence/vocabulary.ts';
import { getRun } from '../../store/models/runs.ts';
import { type NamedTable, namesById } from '../../store/names/name-lookup.ts';
import type { Workspace } from '../../store/workspace.ts';

/**
 * Reads a text or behaviour run in the form in which it is saved for other programs, with its tokens by name. Throws
 * RUN_NOT_FOUND, RUN_UNFINISHED and MODEL_DAMAGED.
 */
export function readRunToSave({ db, path }: Workspace, run: string): ModelToSave {
  if (getRun(db, run).kind === 'text') {
    const { config, tokens } = readTextRun(path, run);
    return {
      encoder: config.encoder,
      arrays: readModel(weightsFile(path, run), config.encoder),
      ...textPieces(tokens, config.encoder),
    };
  }
  const { encoder, vocabulary } = readRunConfig(path, run);
  const [field = ''] = Object.keys(encoder.sizes);
  const arrays = readModel(weightsFile(path, run), encoder);
  return { encoder, arrays, pieces: [...SPECIAL_PIECES, ...behaviourPieces(db, vocabulary, field)] };
}

function textPieces(tokens: TextTokens, { sizes }: EncoderConfig): Pick<ModelToSave, 'pieces' | 'ids' | 'tokenizer'> {
  const [field = '', size = 0] = Object.entries(sizes)[0] ?? [];
  if (tokens.kind === 'pieces') {
    const { pieces, ids } = wordPieces(tokens.files, size);
    return { pieces, ids, tokenizer: tokens.files };
  }
  const texts = Object.entries(tokens.fields).find(([name]) => name === field)?.[1] ?? [];
  return { pieces: [...SPECIAL_PIECES, ...texts] };
}

const TABLES: Partial<Record<FieldName, NamedTable>> = {
  action: 'actions',
  item: 'items',
  category: 'categories',
  brand: 'brands',
};

/**
 * Returns the token names of a field's values: the value's own name, or the field's name and the number of the bucket.
 */
function behaviourPieces(db: Database, vocabulary: Vocabulary, field: string): string[] {
  const fieldName = FIELDS.find((name) => name === field);
  if (!fieldName) return [];
  const table = TABLES[fieldName];
  const names = table ? namesById(db, table) : new Map<number, string>();
  return vocabulary.fields[fieldName].values.map((value) => names.get(value) ?? `${field} ${value}`);
}
