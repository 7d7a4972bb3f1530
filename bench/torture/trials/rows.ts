import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Random } from '../../../shared/domain/random.ts';
import { errorShape } from '../../../shared/errors.ts';
import { faultsOf, rowCounts } from '../check-workspace.ts';
import { confinedEngine } from '../engine.ts';
import { eventRow } from '../events-csv.ts';
import type { Trial, TrialContext } from '../trial.ts';

const ROWS_PER_FILE = 50_000;
const HOSTILE_CELLS = [
  '',
  ' ',
  '-',
  'null',
  'NaN',
  '\u0000',
  '\ufeffT1',
  '1e999',
  '-1',
  '99999999999999999999',
  '2026-13-45',
  '0000-00-00',
  '1970-01-01T00:00:00Z',
  "'; DROP TABLE events; --",
  '=1+1',
  '"',
  '""',
  'a,b',
  'a\nb',
  'a;b\tc',
  '\u202e',
  '\ud83d\ude00',
  '__proto__',
  'constructor',
  '\u001b[31m',
  'x'.repeat(5000),
  '1,5',
  '１２３',
  '２０２６-01-01',
  '12/31/2026 25:61',
  'T\u200b1',
];

/** Imports files with mangled cells and bytes; every row must be imported, counted as a duplicate, or rejected. */
export const rows: Trial = {
  name: 'mangled rows imported',
  unit: 'rows',
  weight: 1,
  most: 1_000_000,
  async run(context) {
    for (let i = 0; !context.isOver() && context.tally.tried < rows.most; i++) await importMangled(context, i);
  },
};

async function importMangled({ random, tally, folder }: TrialContext, number: number): Promise<void> {
  const home = join(folder, `rows-${number}`);
  const { client, files, close } = confinedEngine(home);
  try {
    await client.call('workspace.create', { path: 'mangled' });
    const file = files.grant(join(home, 'mangled.csv'));
    const keepsStructure = random.chance(0.7);
    await writeMangled(file, random, keepsStructure);
    const result = await client.run('ingest.run', { files: [{ file }] });
    const total = result.events + result.rejected + result.duplicates + result.dropped + result.metadataRows;
    const stored = rowCounts(join(home, 'mangled.portrait')).events;
    const problems = [
      ...(total === result.rows ? [] : [`${result.rows} rows read, ${total} accounted for`]),
      ...(!keepsStructure || result.rows === ROWS_PER_FILE
        ? []
        : [`${ROWS_PER_FILE} rows written, ${result.rows} read`]),
      ...(stored === result.events ? [] : [`${result.events} events reported, ${stored} stored`]),
      ...faultsOf(join(home, 'mangled.portrait')),
    ];
    if (problems.length > 0) return tally.fail(`file ${number}: ${problems.join('; ')}`);
    tally.pass('events', result.events);
    tally.pass('rejected', result.rejected);
    tally.pass('duplicates', ROWS_PER_FILE - result.events - result.rejected);
  } catch (error) {
    const { code, message } = errorShape(error);
    if (code === 'INTERNAL') tally.fail(`file ${number}: INTERNAL ${message}`);
    else tally.pass(code, ROWS_PER_FILE);
  } finally {
    await close();
    await rm(home, { recursive: true, force: true });
  }
}

async function writeMangled(file: string, random: Random, keepsStructure: boolean): Promise<void> {
  const stream = createWriteStream(file);
  stream.write('user_id,event_time,event_type,product_id,price\n');
  for (let i = 0; i < ROWS_PER_FILE; i++) {
    const cells = eventRow(random);
    const isMangled = random.chance(0.3);
    if (isMangled) cells[random.integer(cells.length)] = random.pick(HOSTILE_CELLS);
    const line = Buffer.from(`${cells.map(quoted).join(',')}\n`);
    if (isMangled && !keepsStructure)
      for (let n = 0; n < 3; n++) line[random.integer(line.length)] = 33 + random.integer(94);
    if (!stream.write(line)) await new Promise<void>((resolve) => stream.once('drain', resolve));
  }
  stream.end();
  await finished(stream);
}

const quoted = (cell: string) => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
