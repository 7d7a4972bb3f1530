import type { Draft, GroupDraft } from './draft.ts';

/** The tree with one part put in another's place, or taken out where there is none. Ids tell which. */
export function replaceIn(group: GroupDraft, id: number, part: Draft | null): GroupDraft {
  if (group.id === id) return part?.kind === 'group' ? part : group;
  return {
    ...group,
    children: group.children.flatMap((child): Draft[] => {
      if (child.id === id) return part ? [part] : [];
      return [child.kind === 'group' ? replaceIn(child, id, part) : child];
    }),
  };
}

/** The tree with a part added at the end of one of its groups. */
export function addTo(group: GroupDraft, id: number, part: Draft): GroupDraft {
  if (group.id === id) return { ...group, children: [...group.children, part] };
  return {
    ...group,
    children: group.children.map((child) => (child.kind === 'group' ? addTo(child, id, part) : child)),
  };
}
