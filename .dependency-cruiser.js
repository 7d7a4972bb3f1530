/** The layers of the project, and which of them each may import. `npm run check` fails on an import against a rule. */

const HOSTS = '^electron/(desktop|browser|cli|page)/';

/** The rooms of the engine in the order of the data flow: a room imports only rooms before it. */
const ROOMS = [
  'log',
  'store',
  'files',
  'threads',
  'jobs',
  'ingest',
  'sample',
  'sequence',
  'model',
  'runs',
  'train',
  'evaluate',
  'finetune',
  'text',
  'backends',
  'columns',
  'value',
  'profile',
  'map',
  'explain',
  'segment',
  'brief',
  'maintenance',
];

const roomRules = ROOMS.slice(0, -1).map((room, index) => ({
  name: `engine-${room}-imports-earlier-rooms-only`,
  comment: `The rooms of the engine are ordered by the data flow: ${ROOMS.join(', ')}. Move what a later room shares to the earliest room that needs it, or pass it as an argument.`,
  severity: 'error',
  from: { path: `^electron/engine/${room}/` },
  to: { path: `^electron/engine/(${ROOMS.slice(index + 1).join('|')})/` },
}));

/** The folders of the window: a folder imports only folders before it. */
const WINDOW = [
  'locales',
  'base',
  'host',
  'engine',
  'components',
  'map',
  'facets',
  'attention',
  'training',
  'runs',
  'predictions',
  'segments',
  'rules',
  'traits',
  'pages',
  'gallery',
  'app',
];

const windowRules = WINDOW.slice(0, -1).map((folder, index) => ({
  name: `renderer-${folder}-imports-earlier-folders-only`,
  comment: `The folders of the window are ordered from the ground up: ${WINDOW.join(', ')}. What two pages share belongs in a folder before pages; what every folder needs, in base.`,
  severity: 'error',
  from: { path: `^renderer/${folder}/` },
  to: { path: `^renderer/(${WINDOW.slice(index + 1).join('|')})/` },
}));

export default {
  forbidden: [
    {
      name: 'no-circles',
      comment:
        'Files that import each other, even for a type, can only be read and tested together: move what they share to a file of its own.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'An imported file must exist, and an imported package must be listed in package.json.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'shared-imports-nothing-else',
      comment: 'The window and the engine both load shared/: it must not depend on Node, the DOM or either side.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { pathNot: ['^shared/', '^node_modules/(zod|msgpackr)/'] },
    },
    {
      name: 'engine-imports-no-host',
      comment: 'The engine runs unchanged under every host.',
      severity: 'error',
      from: { path: '^electron/engine/' },
      to: { path: [HOSTS, '^renderer/'] },
    },
    {
      name: 'rooms-do-not-import-the-engine-root',
      comment:
        'The files at the root of the engine compose the rooms (registries of jobs, tasks and handlers). A room takes what it needs as an argument.',
      severity: 'error',
      from: { path: '^electron/engine/[^/]+/' },
      to: { path: '^electron/engine/[^/]+$' },
    },
    ...roomRules,
    {
      name: 'only-desktop-imports-electron',
      comment: 'The electron package cannot be loaded under plain Node.',
      severity: 'error',
      from: { pathNot: '^electron/desktop/' },
      to: { path: '^(electron$|node_modules/electron/)' },
    },
    {
      name: 'hosts-import-the-engine-root-only',
      comment: 'A host starts the engine and calls it through the contract; it does not use the rooms.',
      severity: 'error',
      from: { path: HOSTS },
      to: { path: '^electron/engine/[^/]+/' },
    },
    {
      name: 'hosts-are-independent',
      comment: 'Hosts share only page/, except that the command line may start the browser host.',
      severity: 'error',
      from: { path: '^electron/(desktop|browser|cli|page)/' },
      to: {
        path: HOSTS,
        pathNot: ['^electron/$1/', '^electron/page/', '^electron/browser/serve-browser\\.ts$'],
      },
    },
    {
      name: 'page-imports-no-host',
      comment: 'The page is served in the same way by every host.',
      severity: 'error',
      from: { path: '^electron/page/' },
      to: { path: '^electron/', pathNot: '^electron/page/' },
    },
    {
      name: 'desktop-does-not-import-browser',
      comment: 'Only the command line may start the browser host.',
      severity: 'error',
      from: { path: '^electron/desktop/' },
      to: { path: '^electron/browser/' },
    },
    {
      name: 'renderer-imports-the-contract-only',
      comment: 'The window calls the engine through the contract and works the same under every host.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(electron|resources)/' },
    },
    {
      name: 'renderer-imports-no-node',
      comment: 'The window runs in a browser.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pages-are-independent',
      comment: 'Each page can be read, changed and loaded without another one.',
      severity: 'error',
      from: { path: '^renderer/pages/([^/]+)/' },
      to: { path: '^renderer/pages/', pathNot: '^renderer/pages/$1/' },
    },
    ...windowRules,
    {
      name: 'gallery-is-loaded-on-demand',
      comment: 'The gallery is for those who work on the window; others do not load it.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '^renderer/gallery/' },
      to: { path: '^renderer/gallery/', dynamic: false },
    },
    {
      name: 'product-imports-no-tests-or-tools',
      comment: 'The product works without its tests, benchmarks and build scripts.',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/' },
      to: { path: '^(test|bench|build)/' },
    },
    {
      name: 'bench-imports-the-engine-only',
      comment:
        'Benchmarks measure the engine. They use the table printer of the command line and nothing else of a host; attacks also use the browser host.',
      severity: 'error',
      from: { path: '^bench/' },
      to: { path: ['^(renderer|test)/', HOSTS], pathNot: '^electron/(cli/text\\.ts$|browser/)' },
    },
    {
      name: 'tests-are-not-imported',
      comment: 'A test file is loaded by the test runner only: move what several tests share to a file without tests.',
      severity: 'error',
      from: {},
      to: { path: '\\.test\\.tsx?$' },
    },
    {
      name: 'engine-tests-import-no-renderer',
      comment: 'The engine is tested without a window.',
      severity: 'error',
      from: { path: '^test/(engine|shared|cli)/' },
      to: { path: '^renderer/' },
    },
    {
      name: 'renderer-tests-import-no-engine',
      comment: 'The window is tested through the contract, without an engine.',
      severity: 'error',
      from: { path: '^test/renderer/' },
      to: { path: '^electron/' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^electron/engine/(model|map)/kernels/assembly/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.json', '.css'],
    },
  },
};
