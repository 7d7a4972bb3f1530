/**
 * What the page may do, the same under every host: load only what came with it, talk only to where it came from, be
 * framed by nobody.
 *
 * `unsafe-eval` is there for one library alone: regl, which draws the map, writes its drawing loops as functions at run
 * time. Nothing that a user or a file brings is ever a script, and `default-src 'none'` lets no foreign one in.
 * Styles are inline because the component library computes them.
 */
const POLICY = {
  'default-src': "'none'",
  'script-src': "'self' 'unsafe-eval'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'font-src': "'self' data:",
  'connect-src': "'self'",
  'worker-src': "'self' blob:",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

/** Headers of everything that a host serves. With COOP and COEP the page is isolated and has `SharedArrayBuffer`. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': Object.entries(POLICY)
    .map(([name, value]) => `${name} ${value}`)
    .join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};
