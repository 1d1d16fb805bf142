// A plugin for esbuild: of the examples in a rule's file, those that its page shows. The others are tests, and half of what a rule weighs.
import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** The places of a rule's examples that no page shows, in order. */
function unshown(source) {
  const file = ts.createSourceFile('rule.ts', source, ts.ScriptTarget.Latest, true);
  const gone = [];
  const visit = (node) => {
    if (!ts.isPropertyAssignment(node) || node.name.getText(file) !== 'examples' || !ts.isObjectLiteralExpression(node.initializer)) {
      ts.forEachChild(node, visit);
      return;
    }
    for (const list of node.initializer.properties) {
      if (!ts.isPropertyAssignment(list) || !ts.isArrayLiteralExpression(list.initializer)) continue;
      const { elements } = list.initializer;
      const isFixed = (element) =>
        ts.isObjectLiteralExpression(element) && element.properties.some((property) => property.name?.getText(file) === 'fixed');
      // The page says that a rule mends if one of its examples does.
      const kept = new Set([elements[0], elements.find(isFixed)]);
      for (const element of elements) {
        if (kept.has(element) || !ts.isObjectLiteralExpression(element)) continue;
        const comma = source.slice(element.end).match(/^\s*,/)?.[0].length ?? 0;
        gone.push([element.getFullStart(), element.end + comma]);
      }
    }
  };
  visit(file);
  return gone;
}

export const shownExamples = {
  name: 'shown-examples',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]src[\\/]rules[\\/][^\\/_]+[\\/][^\\/_][^\\/.]*\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      let contents = '';
      let at = 0;
      for (const [start, end] of unshown(source)) {
        contents += source.slice(at, start);
        at = end;
      }
      return { contents: contents + source.slice(at), loader: 'ts' };
    }),
};
