import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { csvLine } from '../../../shared/domain/csv.ts';
import { Random } from '../../../shared/domain/random.ts';
import { items } from './catalogue.ts';
import { EVENT_COLUMNS, eventCells, type SampleEvent } from './event.ts';
import { ACCOUNTS_PER_FRAUD, drawFraud } from './fraud.ts';
import { type DeclaredAttributes, drawShopper } from './shopper.ts';
import { drawYear } from './year.ts';

interface Account {
  readonly user: string;
  readonly archetype: string;
  readonly fraud: boolean;
  readonly declared: DeclaredAttributes | null;
  readonly events: SampleEvent[];
}

/**
 * Writes the synthetic shop into an existing folder: `events.csv` (grouped by user, oldest first), `items.csv`,
 * `users.csv` (users with declared attributes) and `truth.csv`, which is for tests and never imported. The output is
 * determined by the seed, and a user does not depend on the number of users.
 */
export function writeSample(folder: string, { seed, users }: { seed: number; users: number }): void {
  const events = new CsvWriter(join(folder, 'events.csv'), EVENT_COLUMNS);
  const people = new CsvWriter(join(folder, 'users.csv'), ['user', 'age_band', 'gender', 'city']);
  const truth = new CsvWriter(join(folder, 'truth.csv'), ['user', 'archetype', 'fraud']);
  try {
    for (let index = 0; index < users; index++) {
      const { user, declared, ...account } = drawAccount(seed, index);
      for (const event of account.events) events.add(eventCells(user, event));
      if (declared) people.add([user, declared.ageBand, declared.gender, declared.city]);
      truth.add([user, account.archetype, account.fraud ? 1 : 0]);
    }
  } finally {
    for (const file of [events, people, truth]) file.close();
  }
  writeItems(folder);
}

function drawAccount(seed: number, index: number): Account {
  const random = new Random(seed, index + 1);
  const user = `U${100_001 + index}`;
  if (isFraud(seed, index)) {
    return { user, archetype: 'fraudster', fraud: true, declared: null, events: drawFraud(random) };
  }
  const shopper = drawShopper(random);
  return {
    user,
    archetype: shopper.archetype.name,
    fraud: false,
    declared: shopper.declared,
    events: drawYear(shopper),
  };
}

/** Whether an account is fraudulent: one at a random position in every block of ACCOUNTS_PER_FRAUD. */
function isFraud(seed: number, index: number): boolean {
  const block = Math.floor(index / ACCOUNTS_PER_FRAUD);
  return index % ACCOUNTS_PER_FRAUD === new Random(seed, -1 - block).integer(ACCOUNTS_PER_FRAUD);
}

function writeItems(folder: string): void {
  const file = new CsvWriter(join(folder, 'items.csv'), ['item', 'title', 'title_en', 'category', 'brand', 'price']);
  try {
    for (const { id, title, titleEn, category, brand, price } of items) {
      file.add([id, title, titleEn, category.name, category.brands[brand]!.zh, price.toFixed(2)]);
    }
  } finally {
    file.close();
  }
}

const CHUNK = 1 << 20;

/** Writes a CSV file in chunks of about a megabyte. */
class CsvWriter {
  private readonly file: number;
  private text: string;

  constructor(path: string, header: readonly string[]) {
    this.file = openSync(path, 'w');
    this.text = `${csvLine(header)}\n`;
  }

  add(cells: readonly (string | number | null)[]): void {
    this.text += `${csvLine(cells)}\n`;
    if (this.text.length < CHUNK) return;
    this.flush();
  }

  close(): void {
    try {
      this.flush();
    } finally {
      closeSync(this.file);
    }
  }

  private flush(): void {
    const bytes = Buffer.from(this.text);
    for (let written = 0; written < bytes.length; ) written += writeSync(this.file, bytes, written);
    this.text = '';
  }
}
