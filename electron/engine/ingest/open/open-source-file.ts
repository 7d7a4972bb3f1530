import { rmSync, statSync } from 'node:fs';
import { Budget } from './archive/budget.ts';
import { inflate } from './archive/inflate.ts';
import { openArchive } from './archive/open-archive.ts';
import { recognise } from './detect-file-type.ts';
import { nested } from './file-errors.ts';
import type { Opening } from './open-context.ts';
import { readParquet } from './parquet/read-parquet.ts';
import { nameOf, type Piece } from './source-file.ts';
import type { Found, Wanted } from './table.ts';
import { readText } from './text/read-text.ts';

/** The tables of a piece; more than one where it is an archive or a workbook. Throws what its readers throw. */
export async function openPiece(piece: Piece, wanted: Wanted, opening: Opening): Promise<Found> {
  const kind = recognise(piece.path, nameOf(opening.file, piece));
  if (kind === 'zip') return openArchive(piece, wanted, opening, openPiece);
  if (kind === 'text') {
    const { table, encoding, format } = readText(piece, wanted.encoding, opening);
    if (table.path !== piece.path) dropCopy(piece);
    return one(piece, { ...table, format, encoding });
  }
  if (kind === 'parquet') {
    const table = await readParquet(piece.path, opening);
    dropCopy(piece);
    return one(piece, { ...table, format: 'parquet', encoding: 'utf-8' });
  }
  if (!mayUnpack(piece)) throw nested(opening.file, nameOf(opening.file, piece));
  return openPiece(await unpack(piece, kind, opening), wanted, opening);
}

function one(piece: Piece, table: Omit<Found['tables'][number], 'inner' | 'sheet' | 'compression'>): Found {
  return { tables: [{ ...table, inner: piece.inner, sheet: null, compression: piece.compression }], names: [] };
}

/** Once at the door, and once for a file inside an archive. */
function mayUnpack({ unpacked }: Piece): boolean {
  return unpacked.length === 0 || (unpacked.length === 1 && unpacked[0] === 'zip');
}

async function unpack(piece: Piece, kind: 'gzip' | 'zstd', opening: Opening): Promise<Piece> {
  const { size } = statSync(piece.path);
  const copy = opening.temporary();
  const budget = new Budget(opening.file, size, opening.folder);
  const { truncated } = await inflate({ path: piece.path, bytes: size, kind }, copy, budget, opening);
  dropCopy(piece);
  const compression = piece.compression === 'none' ? kind : piece.compression;
  return { ...piece, path: copy, compression, unpacked: [...piece.unpacked, kind], truncated };
}

/** Lets go of a copy that has been read; never of the user's own file. */
function dropCopy({ path, unpacked }: Piece): void {
  if (unpacked.length > 0) rmSync(path);
}
