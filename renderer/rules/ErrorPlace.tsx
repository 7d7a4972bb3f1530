import { Code } from '@mantine/core';
import { z } from 'zod';

/** Error details with a position in a text. */
const Placed = z.object({
  details: z.object({ position: z.number().int().min(0), found: z.string().default('') }),
});

/** The text of a rule with the position of its error highlighted; renders nothing for an error without a position. */
export function ErrorPlace({ text, error }: { text: string; error: unknown }) {
  const { data } = Placed.safeParse(error);
  if (!data) return null;
  const { position, found } = data.details;
  const end = position + Math.max(1, found.length);
  return (
    <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }} aria-hidden>
      {text.slice(0, position)}
      <mark>{text.slice(position, end) || '\u00a0'}</mark>
      {text.slice(end)}
    </Code>
  );
}
