import type { TFunction } from 'i18next';
import type { Input } from '../../../shared/contract/index.ts';
import { MeasureName } from '../../../shared/contract/profile.ts';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import type { Format } from '../../base/format.ts';

/** What the points are coloured by. */
export type ColourBy = { kind: 'cluster' } | Input<'map.colour'>['by'];

/** Encodes a colouring for the address: `cluster`, `measure:monetary`, `action:view`, `attribute:city`, `trait:basket`. */
export function colourKey(by: ColourBy): string {
  return by.kind === 'cluster' ? 'cluster' : `${by.kind}:${by.name}`;
}

/** Parses the output of `colourKey`; an invalid key means by cluster. */
export function parseColourKey(key: string | undefined): ColourBy {
  const [, kind = '', name = ''] = /^(\w+):(.+)$/s.exec(key ?? '') ?? [];
  const measure = MeasureName.safeParse(name);
  if (kind === 'measure' && measure.success) return { kind, name: measure.data };
  if (kind === 'action' || kind === 'attribute' || kind === 'trait') return { kind, name };
  return { kind: 'cluster' };
}

/** Returns the title of the legend. */
export function colourTitle(t: TFunction, format: Format, by: ColourBy): string {
  if (by.kind === 'cluster') return t('terms.cluster');
  if (by.kind === 'measure') return t(`terms.measures.${by.name}`);
  return by.kind === 'action' ? t('map.countOf', { action: format.action(by.name) }) : by.name;
}

/** Returns everything that points can be coloured by in a workspace, grouped for a picker. */
export function colourChoices(
  t: TFunction,
  format: Format,
  { actions, attributes }: WorkspaceInfo,
  traits: readonly string[],
) {
  const choice = (by: ColourBy) => ({ value: colourKey(by), label: colourTitle(t, format, by) });
  const groups = [
    { group: t('map.groups.structure'), items: [choice({ kind: 'cluster' })] },
    { group: t('map.groups.measures'), items: MeasureName.options.map((name) => choice({ kind: 'measure', name })) },
    { group: t('map.groups.actions'), items: [...actions.keys()].map((name) => choice({ kind: 'action', name })) },
    { group: t('map.groups.attributes'), items: attributes.map(({ name }) => choice({ kind: 'attribute', name })) },
    { group: t('traits.title'), items: traits.map((name) => choice({ kind: 'trait', name })) },
  ];
  return groups.filter(({ items }) => items.length > 0);
}
