// The bill of materials of what is bundled, in CycloneDX: what npm says of the lock file, without the tools that only build and test.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** What npm tells of every package of the lock file. Nothing is fetched. */
function ofLockFile() {
  const told = execFileSync(npm, ['sbom', '--sbom-format=cyclonedx', '--package-lock-only', '--offline'], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    shell: process.platform === 'win32',
  });
  return JSON.parse(told);
}

/** The same build gives the same bytes: no time of day, no number drawn by lot. `packages` have a name and a version. */
export function billOfMaterials(packages) {
  const { name, version, license, description } = JSON.parse(readFileSync('package.json', 'utf8'));
  const { $schema, bomFormat, specVersion, metadata, components, dependencies } = ofLockFile();
  const product = metadata.component['bom-ref'];
  const keyOf = ({ group, name: own, version: its }) => `${group ? `${group}/` : ''}${own}@${its}`;
  const bundled = new Map(packages.map((each) => [keyOf(each), each]));
  const kept = components
    .filter((each) => bundled.has(keyOf(each)))
    .map(({ type, group, name: own, version: its, purl, hashes, licenses, 'bom-ref': ref }) => ({
      'bom-ref': ref,
      type,
      ...(group ? { group } : {}),
      name: own,
      version: its,
      // To npm it is there for development; what is bundled is handed out.
      scope: 'required',
      purl,
      hashes,
      // Of an old package the lock file does not say.
      licenses: licenses ?? [{ license: { name: bundled.get(keyOf({ group, name: own, version: its })).license } }],
    }));
  const there = new Set(kept.map(keyOf));
  const missing = [...bundled.keys()].filter((each) => !there.has(each));
  if (missing.length > 0) throw new Error(`The lock file does not know what is bundled: ${missing.join(', ')}`);
  const refs = new Set(kept.map((each) => each['bom-ref']));
  return {
    $schema,
    bomFormat,
    specVersion,
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'build' }],
      component: {
        'bom-ref': product,
        type: 'application',
        name,
        version,
        description,
        licenses: [{ license: { id: license } }],
        purl: metadata.component.purl,
      },
    },
    components: kept,
    dependencies: [
      { ref: product, dependsOn: [...refs] },
      ...dependencies
        .filter(({ ref }) => refs.has(ref))
        .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)) })),
    ],
  };
}
