import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const CONSUMER = `
import { checkText, createSession, openDocument, type Finding, type Settings } from 'area-send-drafting';
import preset, { rules } from 'area-send-drafting/remark';
import { unified, type Preset } from 'unified';

const { findings, kind } = checkText('# A title', { today: '2026-11-23', settings: { rules: { spelling: 'off' } } });
const first: Finding | undefined = findings[0];
const line: number | undefined = first?.start.line;
const session = createSession('', { today: '2026-11-23' });
session.edit([{ start: 0, end: 0, text: 'x' }]);
const due: string[] = session.deadlines.map((deadline) => deadline.due);
const heading: string | undefined = openDocument('# A').headings[0]?.node.type;
const words = (settings: Settings): readonly string[] => settings.words;
const whole: Preset = preset;
unified().use(rules['area-send-title']!);
console.log(kind, line, due, heading, words, whole);

// @ts-expect-error The day is needed.
checkText('', {});
// @ts-expect-error There is no such severity.
checkText('', { today: '2026-11-23', settings: { rules: { spelling: 'loud' } } });
// @ts-expect-error Findings are read only.
findings.push();
`;

const told = (diagnostics: readonly ts.Diagnostic[]): string[] =>
  diagnostics.map(({ file, messageText }) => `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);

describe('the types of the package', function () {
  this.timeout(600_000);
  let folder = '';

  before(() => {
    // Inside the repository, so that what the types need is found as if it were installed beside the package.
    mkdirSync(join(ROOT, 'out'), { recursive: true });
    folder = mkdtempSync(join(ROOT, 'out', 'consumer-'));
    const installed = join(folder, 'node_modules', 'area-send-drafting');
    mkdirSync(installed, { recursive: true });
    copyFileSync(join(ROOT, 'package.json'), join(installed, 'package.json'));
    const config = ts.getParsedCommandLineOfConfigFile(
      join(ROOT, 'tsconfig.types.json'),
      { outDir: join(installed, 'dist', 'types') },
      { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (diagnostic) => assert.fail(told([diagnostic])[0]) },
    )!;
    const emitted = ts.createProgram(config.fileNames, config.options).emit();
    assert.deepEqual(told(emitted.diagnostics), []);
    writeFileSync(join(folder, 'consumer.ts'), CONSUMER);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const [name, module, moduleResolution] of [
    ['Node', ts.ModuleKind.NodeNext, ts.ModuleResolutionKind.NodeNext],
    ['a bundler', ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler],
  ] as const)
    it(`fit a program for ${name} that checks every type`, () => {
      writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
      const program = ts.createProgram([join(folder, 'consumer.ts')], {
        module,
        moduleResolution,
        target: ts.ScriptTarget.ES2022,
        lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
        strict: true,
        noEmit: true,
        skipLibCheck: false,
        types: [],
      });
      const own = ts.getPreEmitDiagnostics(program).filter(({ file }) => file?.fileName.startsWith(folder));
      assert.deepEqual(told(own), []);
    });
});
