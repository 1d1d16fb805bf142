import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { inflateRawSync } from 'node:zlib';
import type * as exporters from '../../src/convert/export/index.js';
import type * as importers from '../../src/convert/import/index.js';
import { SAMPLE_FILES } from '../../src/templates/samples.js';

/** Names and contents of a ZIP file's entries, by its central directory. */
function unzip(file: string): Map<string, Buffer> {
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06'));
  const entries = new Map<string, Buffer>();
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
    const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(start, start + packed);
    entries.set(bytes.toString('utf8', at + 46, at + 46 + name), method === 0 ? content : inflateRawSync(content));
    at += 46 + name + extra + comment;
  }
  return entries;
}

/** Everything that may be in the package; folders end with a slash. */
const ALLOWED = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  'extension/LICENSE.txt',
  'extension/changelog.md',
  'extension/readme.md',
  'extension/package.json',
  'extension/dist/LICENSES.txt',
  'extension/dist/sbom.cdx.json',
  'extension/dist/extension.cjs',
  'extension/dist/web/extension.js',
  'extension/dist/convert/export.cjs',
  'extension/dist/convert/import.cjs',
  'extension/dist/convert/pages.cjs',
  'extension/dist/convert/workbook.cjs',
  'extension/dist/language/english.cjs',
  'extension/dist/dictionary/LICENSE.txt',
  'extension/dist/dictionary/en-GB.txt',
  'extension/dist/dictionary/version.txt',
  'extension/media/area-send.svg',
  'extension/media/areasend.schema.json',
  'extension/media/icon.png',
  'extension/media/preview.css',
  'extension/media/screenshot.png',
  'extension/snippets/area-send.json',
  'extension/syntaxes/area-send-suppression.injection.tmLanguage.json',
  'extension/syntaxes/area-send.injection.tmLanguage.json',
  'extension/media/walkthrough/',
  'extension/examples/',
];
const OPTIONAL = new Set(['extension/readme.md', 'extension/changelog.md']);
/** A little more than a tenth more than version 0.1 had. */
const MOST_BUNDLE_BYTES = 1_600_000;

/** What every JavaScript has of its own. */
const BUILT_IN =
  /^(?:Object|Array|Function|Promise|Map|Set|\w*Error|\w+Array|String|Number|Symbol|JSON|Math|Reflect|Proxy|RegExp|Date|Boolean|BigInt|WeakMap|WeakSet|ArrayBuffer)$/;

describe('the package', function () {
  this.timeout(120_000);
  let folder = '';
  let entries = new Map<string, Buffer>();

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'area-send-package-'));
    const file = join(folder, 'x.vsix');
    execFileSync(process.execPath, ['.ci/vscode/package.mjs', file], { stdio: 'pipe' });
    entries = unzip(file);
    // The counts of docs/language.md take 0.6 MB of it.
    assert.ok(statSync(file).size < 5_600_000);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('has what it needs and nothing else: no sources, no tests', () => {
    const allowed = (name: string): boolean => ALLOWED.some((entry) => (entry.endsWith('/') ? name.startsWith(entry) : name === entry));
    assert.deepEqual(
      [...entries.keys()].filter((name) => !allowed(name)),
      [],
    );
    assert.deepEqual(
      ALLOWED.filter(
        (name) =>
          !OPTIONAL.has(name) && ![...entries.keys()].some((entry) => (name.endsWith('/') ? entry.startsWith(name) : entry === name)),
      ),
      [],
    );
  });

  it('carries every sample document', () => {
    const samples = [...entries.keys()]
      .filter((name) => name.startsWith('extension/examples/'))
      .map((name) => name.slice('extension/examples/'.length));
    assert.deepEqual(samples.sort(), [...SAMPLE_FILES].sort());
  });

  it('has a manifest that names files of the package', () => {
    const manifest = JSON.parse(entries.get('extension/package.json')!.toString()) as Record<string, unknown> & {
      main: string;
      browser: string;
      icon: string;
    };
    for (const file of [manifest.main, manifest.browser, manifest.icon])
      assert.ok(entries.has(`extension/${file.replace(/^\.\//, '')}`), file);
    for (const file of JSON.stringify(manifest.contributes).match(/(?<=")\.?\/?(?:media|snippets|syntaxes|walkthrough)\/[^"]+(?=")/g) ?? [])
      assert.ok(entries.has(`extension/${file.replace(/^\.\//, '')}`), file);
    assert.equal(manifest.devDependencies, undefined);
    // The browser's extension host cannot load a .js file of a package of type "module".
    assert.equal(manifest.type, undefined);
  });

  it('has bundles of a size that opens at once, the dictionary beside them', () => {
    for (const name of ['extension/dist/extension.cjs', 'extension/dist/web/extension.js']) {
      const { length } = entries.get(name)!;
      assert.ok(length < MOST_BUNDLE_BYTES, `${name}: ${length} bytes`);
    }
  });

  it('reads and writes Word files where there is nothing of Node', async () => {
    const left = new Set(['process', 'Buffer', 'global', 'globalThis', 'require', 'navigator']);
    const names = Object.getOwnPropertyNames(globalThis).filter((name) => !left.has(name) && !BUILT_IN.test(name));
    const context = createContext(Object.fromEntries(names.map((name) => [name, Reflect.get(globalThis, name) as unknown])));
    const load = (name: string): unknown => {
      const module = { exports: {} as unknown };
      const script = entries.get(`extension/dist/convert/${name}.cjs`)!.toString();
      (runInContext(`(function (module, exports) {${script}\n})`, context) as (...given: unknown[]) => void)(module, module.exports);
      return module.exports;
    };
    const { exportDocx } = load('export') as typeof exporters;
    const { importDocument } = load('import') as typeof importers;
    const { output } = await exportDocx('# Plan\n\n## Actions\n\n- One\n- Two\n', { today: '2026-05-01' });
    const { markdown, format } = await importDocument(output, 'plan.docx');
    assert.equal(format, 'docx');
    assert.match(markdown, /^# Plan\n\n## Actions\n\n[-*] One\n[-*] Two\n/);
    await assert.rejects(importDocument(new TextEncoder().encode('%PDF-1.7\n'), 'x.pdf'), { name: 'ImportError', message: /damaged/ });
  });

  it('names every package that is bundled in a bill of materials, with its licence and what it is known by', () => {
    const bill = JSON.parse(entries.get('extension/dist/sbom.cdx.json')!.toString()) as {
      bomFormat: string;
      metadata: { component: { name: string; version: string } };
      components: { group?: string; name: string; version: string; purl: string; scope: string; hashes: unknown[]; licenses: unknown[] }[];
      dependencies: { ref: string; dependsOn: string[] }[];
    };
    assert.equal(bill.bomFormat, 'CycloneDX');
    assert.equal(bill.metadata.component.name, 'area-send-drafting');
    const listed = bill.components.map(({ name, version }) => `${name} ${version}`);
    const licences = entries.get('extension/dist/LICENSES.txt')!.toString();
    assert.deepEqual(
      [...new Set(listed)].sort(),
      [...new Set([...licences.matchAll(/^={80}\n(\S+ \S+): .+\n={80}$/gm)].map(([, name]) => name!))].sort(),
    );
    for (const { name, purl, hashes, licenses, scope } of bill.components) {
      assert.match(purl, /^pkg:npm\/.+@\d/, name);
      assert.equal(scope, 'required');
      assert.ok(hashes.length > 0 && licenses.length > 0, name);
    }
    // No tool that only builds or tests, and nothing that this machine or this moment is known by.
    assert.ok(!listed.some((name) => /^(?:typescript|mocha|eslint|esbuild) /.test(name)));
    assert.doesNotMatch(JSON.stringify(bill), /timestamp|serialNumber/);
    assert.equal(bill.dependencies.length, bill.components.length + 1);
  });

  it('asks the browser for nothing that only Node has', () => {
    const bundle = entries.get('extension/dist/web/extension.js')!.toString();
    const asked = new Set([...bundle.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name));
    assert.deepEqual([...asked], ['vscode']);
  });
});
