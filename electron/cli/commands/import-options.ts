import { type Command, Option } from 'commander';
import type { Input } from '../../../shared/contract/index.ts';
import { Encoding, type ImportFile } from '../../../shared/contract/ingest.ts';
import type { PrivacyChoice } from '../../../shared/domain/cleaning.ts';
import { Field } from '../../../shared/domain/mapping.ts';
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
  key?: Field[];
  privacy?: Record<string, PrivacyChoice>;
}

export function addImportOptions(command: Command): Command {
  return addCleaningOptions(command)
    .option('--preset <name>', 'a known kind of export (found out by default)')
    .option('--map <text>', 'which column is which: user=…,time=…,action=…,item=…')
    .option('--zone <zone>', 'zone of times that carry none, such as Asia/Shanghai (UTC by default)')
    .addOption(new Option('--encoding <name>', 'how text is encoded (found out by default)').choices(Encoding.options))
    .option('--inner <name>', 'only this table of an archive or a workbook (all by default)')
    .addOption(new Option('--repeats <what>', 'exact repeats of a row').choices(['drop', 'keep']))
    .addOption(
      new Option('--key <fields...>', 'a row replaces the stored events that agree with it in these').choices(
        Field.options,
      ),
    )
    .option(
      '--privacy <column=choice>',
      'keep, hash or drop a column (for several, again); what looks personal is not kept in clear by default',
      privacyOf,
    );
}

/** Builds the engine's input: the same options for each file. */
export function buildImportInput(files: readonly string[], options: ImportOptions): Input<'ingest.run'> {
  return { files: files.map((file) => fileOf(file, options)), cleaning: cleaningOf(options) };
}

function fileOf(
  file: string,
  { preset, map, zone, encoding, inner, repeats, key, privacy }: ImportOptions,
): ImportFile {
  return {
    file,
    ...(preset === undefined ? {} : { preset }),
    ...(map === undefined ? {} : { mapping: map }),
    ...(zone === undefined ? {} : { zone }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(inner === undefined ? {} : { inner }),
    ...(repeats === undefined ? {} : { repeats }),
    ...(key === undefined ? {} : { key }),
    ...(privacy === undefined ? {} : { privacy }),
  };
}
