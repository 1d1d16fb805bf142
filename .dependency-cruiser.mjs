// Imports go downwards only: hosts → workspace → check, coverage, schedule → rules → privacy → document → markdown → small tools → framework.
const tools = ['text', 'memo'];
const below = {
  text: ['text'],
  memo: tools,
  framework: [...tools, 'framework'],
  settings: ['text', 'framework', 'settings'],
  patterns: [...tools, 'framework', 'patterns'],
  language: [...tools, 'patterns', 'language'],
  markdown: [...tools, 'language', 'markdown'],
  document: [...tools, 'framework', 'patterns', 'language', 'markdown', 'document'],
  privacy: [...tools, 'framework', 'patterns', 'language', 'markdown', 'document', 'privacy'],
  templates: [...tools, 'framework', 'document', 'templates'],
  rules: [...tools, 'framework', 'settings', 'patterns', 'language', 'markdown', 'document', 'privacy', 'templates', 'rules'],
  schedule: [...tools, 'framework', 'settings', 'document', 'schedule'],
  tracker: [...tools, 'framework', 'language', 'document', 'coverage', 'tracker'],
  coverage: [...tools, 'framework', 'settings', 'document', 'coverage'],
  check: [...tools, 'framework', 'settings', 'patterns', 'language', 'markdown', 'document', 'privacy', 'rules', 'check'],
  workspace: [
    ...tools,
    'framework',
    'settings',
    'patterns',
    'language',
    'markdown',
    'document',
    'privacy',
    'schedule',
    'coverage',
    'workspace',
  ],
  convert: [...tools, 'framework', 'language', 'markdown', 'document', 'privacy', 'convert'],
};
const core = `^src/(${Object.keys(below).join('|')})/`;

export default {
  forbidden: [
    ...Object.entries(below).map(([folder, allowed]) => ({
      name: `${folder}-looks-down`,
      comment: `src/${folder} may import only from ${allowed.join(', ')}.`,
      severity: 'error',
      from: { path: `^src/${folder}/` },
      to: { path: '^src/', pathNot: `^src/(${allowed.join('|')})/` },
    })),
    {
      name: 'remark-looks-down',
      severity: 'error',
      from: { path: '^src/remark/' },
      to: {
        path: '^src/',
        pathNot: '^src/(text|memo|framework|settings|patterns|language|markdown|document|privacy|rules|check|remark)/|^src/installed-',
      },
    },
    {
      name: 'hosts-apart',
      comment: 'The command line and the editor do not know each other.',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: '^src/vscode/' },
    },
    { name: 'editor-apart', severity: 'error', from: { path: '^src/vscode/' }, to: { path: '^src/cli/' } },
    {
      name: 'only-the-editor-knows-vscode',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/vscode/' },
      to: { path: '^vscode$|/@types/vscode/' },
    },
    {
      name: 'core-without-node',
      comment: 'The core touches no files, clock, environment or network.',
      severity: 'error',
      from: { path: core },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'editor-without-node',
      comment: 'The extension also runs in a browser.',
      severity: 'error',
      from: { path: '^src/vscode/' },
      to: { dependencyTypes: ['core'] },
    },
    // One for each depth of folders: a single pattern for all would not be linear.
    ...[1, 2, 3, 4].map((depth) => ({
      name: `private-to-its-folder-${depth}`,
      comment: 'What an _x.ts holds is used in its own folder and below.',
      severity: 'error',
      from: { path: `^src/${'([^/]+)/'.repeat(depth)}[^/]+$` },
      to: {
        path: '/_[^/]+[.]ts$',
        pathNot: Array.from(
          { length: depth },
          (_, above) => `^src/${Array.from({ length: above + 1 }, (_, at) => `$${at + 1}/`).join('')}_[^/]+$`,
        ),
      },
    })),
    {
      name: 'no-circles',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'examples-are-for-tests',
      comment: 'Further examples of a rule stand in no bundle.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '[.]examples[.]ts$' },
    },
    { name: 'sources-do-not-import-tests', severity: 'error', from: { path: '^src/' }, to: { path: '^test/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
    externalModuleResolutionStrategy: 'node_modules',
  },
};
