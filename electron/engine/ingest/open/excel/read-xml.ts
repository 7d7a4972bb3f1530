import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';

/** Callbacks for reading XML; names are passed without namespace prefixes. */
export interface XmlVisitor {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
  /** Called after each chunk with its number of bytes; returning true stops reading. */
  chunk(bytes: number): boolean;
}

/**
 * Parses a stream of UTF-8 XML in constant memory. Throws an Error if it is not well-formed. Does not expand entities
 * defined in the document.
 */
export async function readXml(stream: Readable, visitor: XmlVisitor): Promise<void> {
  const parser = new SaxesParser();
  const decoder = new TextDecoder();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => visitor.open?.(localName(name), attributes));
  parser.on('closetag', ({ name }) => visitor.close?.(localName(name)));
  parser.on('text', (text) => visitor.text?.(text));
  parser.on('cdata', (text) => visitor.text?.(text));
  try {
    for await (const data of stream) {
      parser.write(decoder.decode(data, { stream: true }));
      if (visitor.chunk(data.length)) return;
    }
    parser.write(decoder.decode());
    parser.close();
  } finally {
    stream.destroy();
  }
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
