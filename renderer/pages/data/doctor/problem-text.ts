import type { TFunction } from 'i18next';
import type { Problem } from '../../../../shared/contract/examine.ts';
import { DayOrder, DiscountKind, Encoding } from '../../../../shared/contract/import-file.ts';
import { Field } from '../../../../shared/domain/mapping.ts';
import type { Format } from '../../../base/format.ts';
import { messageOf } from '../../../base/message-of.ts';
import { encodingText } from '../report/source-text.ts';

/** Returns the translated title of a problem, and its explanation or what to do about it. */
export function problemText(t: TFunction, format: Format, problem: Problem): { title: string; text: string } {
  const { code } = problem;
  if (code === 'not-importable') return notImportableText(t, problem);
  const title = t(`data.doctor.problems.${code}.title`);
  const facts = formatFacts(format, problem.facts);
  if (code === 'repeats') {
    return { title, text: t(`data.doctor.problems.repeats.${problem.facts.now === 'keep' ? 'keep' : 'drop'}`) };
  }
  if (code === 'bots' && problem.facts.perDay !== undefined)
    return { title, text: t('data.doctor.problems.bots.day', facts) };
  const words = choiceWords(t, problem.facts);
  if (code === 'discount-kind' && problem.facts.kind === 'open')
    return { title, text: t('data.doctor.problems.discount-kind.open') };
  if (code === 'action-guessed' && (problem.facts.why === 'filename' || problem.facts.why === 'default'))
    return { title, text: t(`data.doctor.problems.action-guessed.${problem.facts.why}`, words) };
  return { title, text: t(`data.doctor.problems.${code}.text`, { ...facts, ...words }) };
}

/** Returns the error of a file that cannot be imported, in the language of the page. */
function notImportableText(t: TFunction, { error }: Problem): { title: string; text: string } {
  const { message, hint } = messageOf(error, t);
  return { title: message, text: hint };
}

/** The facts of a choice in words: names of fields, orders of dates, kinds of discounts. */
function choiceWords(t: TFunction, facts: Problem['facts']) {
  const text = (name: string) => String(facts[name] ?? '');
  const field = Field.safeParse(facts.field);
  const [order, other] = [DayOrder.safeParse(facts.order), DayOrder.safeParse(facts.other)];
  const kind = DiscountKind.safeParse(facts.kind);
  return {
    field: field.success ? t(`data.fields.${field.data}`) : '',
    order: order.success ? t(`data.doctor.dayOrders.${order.data}`) : '',
    other: other.success ? t(`data.doctor.dayOrders.${other.data}`) : text('other'),
    kind: kind.success ? t(`data.doctor.discountKinds.${kind.data}`) : '',
    ...{ words: text('words'), action: text('action'), source: text('source'), column: text('column') },
    columns: text('columns'),
  };
}

const ISO = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** Formats the facts of a problem for display: numbers, days, names of encodings. */
function formatFacts(format: Format, facts: Problem['facts']) {
  const zone = String(facts.zone ?? 'UTC');
  const fact = (name: string) => formatFact(format, name, facts[name] ?? '', zone);
  return {
    seconds: fact('seconds'),
    users: fact('users'),
    perMinute: fact('perMinute'),
    perDay: fact('perDay'),
    before: fact('before'),
    after: fact('after'),
    above: fact('above'),
    zone: fact('zone'),
    encoding: fact('encoding'),
    columns: fact('columns'),
    fields: fact('fields'),
    from: fact('from'),
    to: fact('to'),
  };
}

function formatFact(format: Format, name: string, value: string | number, zone: string): string {
  if (typeof value === 'number') {
    if (name === 'from' || name === 'to') return format.day(value, zone);
    return format.number(value, Number.isInteger(value) ? 0 : 2);
  }
  if (ISO.test(value)) return format.day(Date.parse(value), 'UTC');
  const encoding = Encoding.safeParse(value);
  return encoding.success ? encodingText(encoding.data) : value;
}
