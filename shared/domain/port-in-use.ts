import { PortraitError } from '../errors.ts';

export function portInUse(port: number, cause: Error): PortraitError {
  return new PortraitError(
    {
      code: 'PORT_IN_USE',
      message: `Portrait cannot listen on port ${port}.`,
      hint: 'Another program uses it. Choose another port with --port, or omit the option to use a free one.',
      details: { port },
    },
    { cause },
  );
}
