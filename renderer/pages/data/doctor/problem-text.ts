import type { TFunction } from 'i18next';
import type { Problem } from '../../../../shared/contract/examine.ts';
import { Encoding } from '../../../../shared/contract/ingest.ts';
import type { Format } from '../../../base/format.ts';
import { type Message, messageOf } from '../../../components/message-of.ts';
import { encodingText } from '../report/source-text.ts';

/** A problem in words: its title, and what it means or what to do. */
export function problemText(t: TFunction, format: Format, problem: Problem): { title: string; text: string } {
  const { code } = problem;
  if (code === 'not-importable') return refusal(t, problem);
  const title = t(`doctor.problems.${code}.title`);
  const facts = written(format, problem.facts);
  if (code === 'repeats') {
    return { title, text: t(`doctor.problems.repeats.${problem.facts.now === 'keep' ? 'keep' : 'drop'}`) };
  }
  if (code === 'bots' && problem.facts.perDay !== undefined)
    return { title, text: t('doctor.problems.bots.day', facts) };
  return { title, text: t(`doctor.problems.${code}.text`, facts) };
}

/** Why a file cannot be imported: the engine's error, in the language of the page. */
function refusal(t: TFunction, { facts: { code, message, hint } }: Problem): { title: string; text: string } {
  if (typeof message !== 'string' || typeof hint !== 'string') {
    return { title: t('doctor.problems.not-importable.title'), text: '' };
  }
  const words: Message & { code: unknown } = { code, message, hint };
  const said = messageOf(words, t);
  return { title: said.message, text: said.hint };
}

const ISO = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** Facts as people write them: figures, days, names of encodings. */
function written(format: Format, facts: Problem['facts']) {
  const of = (name: string) => one(format, name, facts[name] ?? '');
  return {
    seconds: of('seconds'),
    users: of('users'),
    perMinute: of('perMinute'),
    perDay: of('perDay'),
    before: of('before'),
    after: of('after'),
    above: of('above'),
    zone: of('zone'),
    encoding: of('encoding'),
    columns: of('columns'),
    fields: of('fields'),
    from: of('from'),
    to: of('to'),
  };
}

function one(format: Format, name: string, value: string | number): string {
  if (typeof value === 'number') {
    return name === 'from' || name === 'to' ? format.day(value) : format.number(value, Number.isInteger(value) ? 0 : 2);
  }
  if (ISO.test(value)) return format.day(Date.parse(value));
  const encoding = Encoding.safeParse(value);
  return encoding.success ? encodingText(encoding.data) : value;
}
