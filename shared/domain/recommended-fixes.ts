import type { Fix } from '../contract/brief.ts';
import type { Examination, ProblemCode } from '../contract/examine.ts';
import type { ImportFile } from '../contract/import-file.ts';
import type { Cleaning } from './cleaning.ts';
import { mergeRemedy } from './merge-remedy.ts';

/**
 * Problems whose first remedy drops only rows that do not record real behaviour: repeated clicks, bots and impossible
 * times. Remedies that drop real behaviour, such as rare items and low prices, require a decision by the user.
 */
const RECOMMENDED: readonly ProblemCode[] = ['near-repeats', 'bots', 'early-times', 'future-times'];

/** Returns the fixes that a brief applies unless the user switches them off, in the order of the files. */
export function recommendedFixes({ files }: Pick<Examination, 'files'>): Fix[] {
  return files.flatMap(({ file, source, problems }) =>
    problems.flatMap(({ code, count, facts, remedies: [remedy] }) =>
      remedy && RECOMMENDED.includes(code) ? [{ file, inner: source.inner, code, count, facts, remedy }] : [],
    ),
  );
}

interface ImportPlan {
  readonly files: readonly ImportFile[];
  readonly cleaning: Cleaning;
}

/**
 * Returns an import with fixes applied: the options of each fix to the tables of its file, and its cleaning steps to
 * all.
 */
export function withFixes(plan: ImportPlan, fixes: readonly Fix[]): { files: ImportFile[]; cleaning: Cleaning } {
  let { cleaning } = plan;
  let files = [...plan.files];
  for (const { file: name, inner, remedy } of fixes) {
    files = files.map((file) => {
      const isOfFix = file.file === name && (file.inner ?? inner) === inner;
      const merged = mergeRemedy({ file, cleaning }, isOfFix ? remedy : { ...remedy, file: {} });
      ({ cleaning } = merged);
      return merged.file;
    });
  }
  return { files, cleaning };
}
