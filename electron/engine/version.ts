import manifest from '../../package.json' with { type: 'json' };

/** Portrait's version, as package.json has it. */
export const version = manifest.version;
