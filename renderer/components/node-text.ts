import { isValidElement, type ReactNode } from 'react';

/** Properties whose text a component shows, such as the label of a badge. */
const TEXT_PROPERTIES = ['children', 'text', 'label'] as const;

/** Returns the text of React nodes: that of children and text properties, without rendering components. */
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
