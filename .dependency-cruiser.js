/** The direction of imports, as the design has it: each layer sees what it stands on, and nothing beside it. */

const HOSTS = '^electron/(desktop|browser|cli|page)/';
/** Left to right, as data flows: a room may use those before it, never one after it. */
const ROOMS =
  'log store files threads jobs ingest sample sequence model runs train evaluate finetune text backends profile map explain segment'.split(
    ' ',
  );

const roomRules = ROOMS.map((room, at) => ({
  name: `engine-${room}-looks-left`,
  comment: 'Data flows from left to right through the rooms; what is on the right is reached through the store.',
  severity: 'error',
  from: { path: `^electron/engine/${room}/` },
  to: { path: `^electron/engine/(${ROOMS.slice(at + 1).join('|') || 'none'})/` },
}));

/** From the ground up: a folder of the window may use those before it. A page uses no other page. */
const WINDOW =
  'locales base host engine components map attention training runs predictions segments rules pages app'.split(' ');

const windowRules = WINDOW.slice(0, -1).map((folder, at) => ({
  name: `renderer-${folder}-looks-down`,
  comment: 'What two pages share belongs in a folder below the pages; what every folder needs, in base.',
  severity: 'error',
  from: { path: `^renderer/${folder}/` },
  to: { path: `^renderer/(${WINDOW.slice(at + 1).join('|')})/` },
}));

export default {
  forbidden: [
    {
      name: 'no-circles',
      comment:
        'Two files that import each other cannot be read or tested apart: move what both need to a file of its own.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'found',
      comment: 'What is imported must be there, and in package.json.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'shared-stands-alone',
      comment: 'Both sides load it: no Node, no DOM, nothing of either side.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { pathNot: ['^shared/', '^node_modules/zod/'] },
    },
    {
      name: 'engine-knows-no-host',
      comment: 'The engine runs the same under every host.',
      severity: 'error',
      from: { path: '^electron/engine/' },
      to: { path: [HOSTS, '^renderer/'] },
    },
    {
      name: 'electron-in-desktop-only',
      comment: 'Electron cannot be loaded under Node: only the desktop host may import it.',
      severity: 'error',
      from: { pathNot: '^electron/desktop/' },
      to: { path: '^(electron$|node_modules/electron/)' },
    },
    {
      name: 'hosts-use-the-engine-from-outside',
      comment: 'A host starts the engine and talks to it by the contract; the rooms are none of its business.',
      severity: 'error',
      from: { path: HOSTS },
      to: { path: '^electron/engine/[^/]+/' },
    },
    {
      name: 'hosts-apart',
      comment: 'Hosts share only the page; the command line may start the browser host.',
      severity: 'error',
      from: { path: '^electron/(desktop|browser|cli|page)/' },
      to: {
        path: HOSTS,
        pathNot: ['^electron/$1/', '^electron/page/', '^electron/browser/serve-browser\\.ts$'],
      },
    },
    {
      name: 'page-is-a-leaf',
      comment: 'How the page is served is the same for every host and knows none of them.',
      severity: 'error',
      from: { path: '^electron/page/' },
      to: { path: '^electron/', pathNot: '^electron/page/' },
    },
    {
      name: 'only-the-command-line-starts-the-browser-host',
      severity: 'error',
      from: { path: '^electron/desktop/' },
      to: { path: '^electron/browser/' },
    },
    {
      name: 'renderer-sees-the-contract-only',
      comment: 'The window talks to the engine through the contract and cannot tell one host from another.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(electron|resources|test|bench|build)/' },
    },
    {
      name: 'renderer-sees-no-node',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'product-knows-no-test',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/' },
      to: { path: '^(test|bench|build)/' },
    },
    {
      name: 'pages-apart',
      comment: 'A page can be read, changed and loaded without another one.',
      severity: 'error',
      from: { path: '^renderer/pages/([^/]+)/' },
      to: { path: '^renderer/pages/', pathNot: '^renderer/pages/$1/' },
    },
    ...windowRules,
    ...roomRules,
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^electron/engine/model/kernels/assembly/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.json', '.css'],
    },
  },
};
