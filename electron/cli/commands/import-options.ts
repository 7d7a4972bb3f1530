import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  DayOrder,
  DecimalSign,
  DiscountKind,
  Encoding,
  type ImportFile,
} from '../../../shared/contract/import-file.ts';
import type { Input } from '../../../shared/contract/index.ts';
import type { PrivacyChoice } from '../../../shared/domain/cleaning.ts';
import { Field, isField } from '../../../shared/domain/mapping.ts';
import type { CommonOptions } from '../result.ts';
import { addCleaningOptions, type CleaningOptions, cleaningOf, privacyOf } from './cleaning-options.ts';

/** Import options of the commands `import`, `examine` and `watch`. */
export interface ImportOptions extends CommonOptions, CleaningOptions {
  preset?: string;
  map?: string;
  zone?: string;
  encoding?: Encoding;
  inner?: string;
  repeats?: 'drop' | 'keep';
  sessionsAsUsers?: boolean;
  key?: Field[];
  privacy?: Record<string, PrivacyChoice>;
  decimal?: DecimalSign;
  dates?: DayOrder;
  discount?: DiscountKind;
  nothing?: NonNullable<ImportFile['nothing']>;
}

export function addImportOptions(command: Command): Command {
  return addCleaningOptions(command)
    .option('--preset <name>', 'format of the export (default: detected)')
    .option('--map <text>', 'column mapping: user=…,time=…,action=…,item=…')
    .option('--zone <zone>', 'time zone of times without one, such as Asia/Shanghai (default: UTC)')
    .addOption(new Option('--encoding <name>', 'text encoding (default: detected)').choices(Encoding.options))
    .option('--inner <name>', 'one table of an archive or workbook (default: all)')
    .addOption(new Option('--repeats <what>', 'exact duplicates of a row').choices(['drop', 'keep']))
    .option('--sessions-as-users', 'use the session as the user in rows without a user')
    .addOption(
      new Option('--key <fields...>', 'a row replaces stored events with the same values in these fields').choices(
        Field.options,
      ),
    )
    .option(
      '--privacy <column=choice>',
      'keep, hash or drop a column (repeatable); by default, personal data is not kept in plain text',
      privacyOf,
    )
    .addOption(
      new Option(
        '--decimal <sign>',
        'decimal sign of numbers such as 1.249 (default: determined from the column)',
      ).choices(DecimalSign.options),
    )
    .addOption(
      new Option('--dates <order>', 'order of dates such as 05/03/24 (default: determined from the column)').choices(
        DayOrder.options,
      ),
    )
    .addOption(
      new Option('--discount <kind>', 'kind of discounts (default: determined from the column)').choices(
        DiscountKind.options,
      ),
    )
    .option(
      '--nothing <field=answer>',
      'treat placeholders such as None as missing, or keep them (repeatable; default: missing in ids, keep in names)',
      placeholderAnswersOf,
    );
}

/** Parses the treatment of placeholders in a field, such as `brand=missing`, and adds it to previous ones. */
function placeholderAnswersOf(text: string, previous: ImportOptions['nothing'] = {}): ImportOptions['nothing'] {
  const [field = '', answer] = text.split('=');
  if (!isField(field) || (answer !== 'missing' && answer !== 'keep'))
    throw new InvalidArgumentError('Use FIELD=missing or FIELD=keep.');
  return { ...previous, [field]: answer };
}

/** Builds the engine's input: the same options for each file. */
export function buildImportInput(files: readonly string[], options: ImportOptions): Input<'ingest.run'> {
  return { files: files.map((file) => fileOf(file, options)), cleaning: cleaningOf(options) };
}

function fileOf(
  file: string,
  { preset, map, zone, encoding, inner, repeats, sessionsAsUsers, key, privacy, ...cellOptions }: ImportOptions,
): ImportFile {
  return {
    file,
    ...(preset === undefined ? {} : { preset }),
    ...(map === undefined ? {} : { mapping: map }),
    ...(zone === undefined ? {} : { zone }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(inner === undefined ? {} : { inner }),
    ...(repeats === undefined ? {} : { repeats }),
    ...(sessionsAsUsers === undefined ? {} : { sessionsAsUsers }),
    ...(key === undefined ? {} : { key }),
    ...(privacy === undefined ? {} : { privacy }),
    ...cellOptionsOf(cellOptions),
  };
}

/** Returns the options on how cells are read. */
function cellOptionsOf({ decimal, dates, discount, nothing }: Partial<ImportOptions>) {
  return {
    ...(decimal === undefined ? {} : { decimal }),
    ...(dates === undefined ? {} : { dates }),
    ...(discount === undefined ? {} : { discount }),
    ...(nothing === undefined ? {} : { nothing }),
  };
}
