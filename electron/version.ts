import manifest from '../package.json' with { type: 'json' };

/** Version in package.json. */
export const version = manifest.version;
