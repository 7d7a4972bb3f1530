const MAX_FRAMES = 30;

/** V8: `    at name (location)` or `    at location`. */
const V8_FRAME = /^\s*at (?:([\w$.<>#[\] ]{1,100}) \()?(.+?):(\d+):(\d+)\)?$/;
/** Firefox and Safari: `name@location`. */
const OTHER_FRAME = /^([\w$.<>#/[\]*]{0,100})@(.+?):(\d+):(\d+)$/;

/**
 * Returns the frames of a stack, or of React's component stack, as `name (file:line:column)`. The error's message, which
 * may precede the frames, and the folder in which Portrait is installed are left out, since either may contain data.
 */
export function stackFrames(stack: string, message = ''): string[] {
  const at = stack.indexOf(message);
  return stack
    .slice(at < 0 ? 0 : at + message.length)
    .split('\n')
    .flatMap((line) => frameOf(line) ?? [])
    .slice(0, MAX_FRAMES);
}

function frameOf(line: string): string | null {
  const [, name, location = '', row, column] = V8_FRAME.exec(line) ?? OTHER_FRAME.exec(line) ?? [];
  const file = fileOf(location);
  if (!file) return null;
  const position = `${file}:${row}:${column}`;
  return name ? `${name} (${position})` : position;
}

/** Returns a file's path inside Portrait or inside a package; elsewhere its base name. */
function fileOf(location: string): string | null {
  const path = location.replaceAll('\\', '/').replace(/[?#].*$/, '');
  const [, inside = path.slice(path.lastIndexOf('/') + 1)] =
    /^node:(.+)$/.exec(path) ??
    /.*\/node_modules\/(.+)$/.exec(path) ??
    /.*\/((?:electron|shared|renderer|dist|assets)\/.+)$/.exec(path) ??
    [];
  return /^[\w@$./+-]{1,160}$/.test(inside) ? inside : null;
}
