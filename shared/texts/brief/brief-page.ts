import type { Brief, BriefLanguage } from '../../contract/brief.ts';
import { type GroupCard, type GroupRow, groupCard, groupRow, otherColumns } from './group-texts.ts';
import { figures, headline, lead } from './lead.ts';
import { groupName } from './names.ts';
import { quality } from './quality.ts';
import { type Say, sayIn } from './say.ts';
import { trust } from './trust.ts';

/** A brief in words, in the order in which it is read. The window, the command line and the saved page show the same. */
export interface BriefPage {
  readonly language: BriefLanguage;
  readonly kicker: string;
  readonly title: string;
  readonly lead: string;
  readonly start: string | null;
  readonly figures: readonly { value: string; label: string }[];
  readonly headings: Readonly<
    Record<'act' | 'others' | 'why' | 'evidence' | 'next' | 'quality' | 'trust' | 'recompute', string>
  >;
  readonly act: readonly GroupCard[];
  readonly criteria: { title: string; text: string };
  readonly columns: readonly string[];
  readonly others: readonly GroupRow[];
  readonly quality: readonly string[];
  readonly warnings: readonly string[];
  readonly notes: readonly string[];
  readonly recompute: {
    text: string;
    columns: readonly [string, string];
    rows: readonly { name: string; rule: string }[];
  };
  readonly foot: string;
}

/** Writes a brief in a language. */
export function briefPage(brief: Brief, language: BriefLanguage): BriefPage {
  const { data, groups } = brief;
  const say = sayIn(language, data.zone, data.currency);
  const act = groups.filter(({ why }) => why.length > 0);
  const columns = { bought: groups.some(({ bought }) => bought), money: groups.some(({ money }) => money) };
  const { text, start } = lead(say, brief);
  const [newest] = data.files;
  const { warnings, notes } = trust(say, brief);
  return {
    language,
    kicker: say('kicker', { source: newest?.name ?? '', time: say.format.duration(brief.seconds) }),
    title: headline(say, brief),
    lead: text,
    start,
    figures: figures(say, brief),
    headings: {
      act: say('act'),
      others: say(act.length > 0 ? 'others' : 'allGroups'),
      why: say('why'),
      evidence: say('evidence'),
      next: say('next'),
      quality: say('quality'),
      trust: say('trust'),
      recompute: say('recompute'),
    },
    act: act.map((group) => groupCard(say, group)),
    criteria: { title: say('criteria.title'), text: say('criteria') },
    columns: [say('columnGroup'), ...otherColumns(say, columns)],
    others: groups.filter(({ why }) => why.length === 0).map((group) => groupRow(say, group, columns)),
    quality: quality(say, brief),
    warnings,
    notes,
    recompute: {
      text: say('recomputeText'),
      columns: [say('columnGroup'), say('columnRule')],
      rows: groups.map(({ name, rule }) => ({ name: groupName(say, name), rule })),
    },
    foot: foot(say, brief),
  };
}

function foot(say: Say, { model, map, data, portrait }: Brief): string {
  const hash = data.files.map(({ sha256 }) => `sha256 ${sha256.slice(0, 4)}…${sha256.slice(-4)}`)[0] ?? '–';
  if (!model) return say('footRules', { hash, version: portrait });
  return say('foot', {
    hash,
    run: model.run,
    preset: model.reused ? say('reused') : '',
    seed: String(model.seed),
    backend: model.backend,
    map: map ?? '–',
    version: portrait,
  });
}
