import { isValidElement, type ReactNode } from 'react';

/** Properties of components that show a text which is not among their children, such as badges. */
const TEXT_PROPERTIES = ['children', 'text', 'label'] as const;

/** Returns the text that React nodes show, as far as it is written in them and not computed by a component. */
export function nodeText(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number' || typeof node === 'bigint') return String(node);
  if (Array.isArray(node)) return node.map(nodeText).filter(Boolean).join(' ');
  if (!isValidElement<Partial<Record<(typeof TEXT_PROPERTIES)[number], ReactNode>>>(node)) return '';
  for (const property of TEXT_PROPERTIES) {
    const text = nodeText(node.props[property]);
    if (text !== '') return text;
  }
  return '';
}
