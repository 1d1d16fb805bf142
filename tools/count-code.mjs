// Characters of code by folder of src, without comments and white space: `node tools/count-code.mjs [FOLDER…]`, to compare two states.
// Examples of rules in files of their own are for tests and do not count.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

function charactersIn(file) {
  const text = readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  let count = 0;
  const visit = (node) => {
    const children = node.getChildren(source);
    if (children.length === 0) count += node.getText(source).replace(/\s+/g, '').length;
    else children.filter(({ kind }) => kind < ts.SyntaxKind.FirstJSDocNode || kind > ts.SyntaxKind.LastJSDocNode).forEach(visit);
  };
  visit(source);
  return count;
}

for (const root of process.argv.length > 2 ? process.argv.slice(2) : ['src']) {
  const counts = new Map();
  for (const file of readdirSync(root, { recursive: true }).map(String).sort()) {
    if (!file.endsWith('.ts') || file.endsWith('.examples.ts') || file.endsWith('.generated.ts')) continue;
    const folder = file.includes('/') ? file.split('/')[0] : '.';
    counts.set(folder, (counts.get(folder) ?? 0) + charactersIn(join(root, file)));
  }
  console.log(root);
  for (const [folder, count] of counts) console.log(`${String(count).padStart(9)}  ${folder}`);
  console.log(`${String([...counts.values()].reduce((sum, count) => sum + count, 0)).padStart(9)}  all`);
}
