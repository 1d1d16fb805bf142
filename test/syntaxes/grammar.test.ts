import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Oniguruma from 'vscode-oniguruma';
import type * as Textmate from 'vscode-textmate';
import { OUTCOMES, STATUTORY_BASIS } from '../../src/framework/wording.js';
import { newDocument } from '../../src/templates/index.js';

const require = createRequire(import.meta.url);
// Both are UMD bundles whose names an ES import cannot see.
const oniguruma = require('vscode-oniguruma') as typeof Oniguruma;
const textmate = require('vscode-textmate') as typeof Textmate;
const folder = new URL('../../syntaxes/', import.meta.url);
interface Rule {
  match?: string;
  begin?: string;
  end?: string;
  name?: string;
  captures?: Record<string, Rule>;
  beginCaptures?: Record<string, Rule>;
  endCaptures?: Record<string, Rule>;
  patterns?: Rule[];
}
interface Grammar {
  scopeName: string;
  injectionSelector: string;
  repository: Record<string, Rule>;
}
const injections = readdirSync(folder)
  .filter((name) => name.endsWith('.tmLanguage.json'))
  .map((name) => ({ name, grammar: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Grammar }));

/** The editor's own Markdown grammar with ours injected, run by the editor's own engine. */
async function load(): Promise<Textmate.IGrammar> {
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const markdown = readFileSync(require.resolve('tm-grammars/grammars/markdown.json'), 'utf8');
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: (scope) => {
      if (scope === 'text.html.markdown') return Promise.resolve(textmate.parseRawGrammar(markdown, 'markdown.json'));
      const own = injections.find(({ grammar }) => grammar.scopeName === scope);
      return Promise.resolve(own ? textmate.parseRawGrammar(JSON.stringify(own.grammar), own.name) : null);
    },
    getInjections: (scope) => (scope === 'text.html.markdown' ? injections.map(({ grammar }) => grammar.scopeName) : undefined),
  });
  const grammar = await registry.loadGrammar('text.html.markdown');
  assert.ok(grammar);
  return grammar;
}

interface Marked {
  text: string;
  scopes: string[];
}

describe('grammar', () => {
  let grammar: Textmate.IGrammar;
  before(async () => {
    grammar = await load();
  });

  const tokens = (text: string): Marked[] => {
    let state = textmate.INITIAL;
    return text.split('\n').flatMap((line) => {
      const result = grammar.tokenizeLine(line, state);
      state = result.ruleStack;
      return result.tokens.map((token) => ({ text: line.slice(token.startIndex, token.endIndex), scopes: token.scopes }));
    });
  };
  /** Runs of text under a scope that begins like this, neighbours joined. */
  const marked = (text: string, scope: string): string[] => {
    const found: string[] = [];
    let open = false;
    for (const token of tokens(text)) {
      const inside = token.scopes.some((name) => name.startsWith(scope));
      if (inside && open) found[found.length - 1] += token.text;
      else if (inside) found.push(token.text);
      open = inside;
    }
    return found;
  };

  const FIXED = 'support.type.fixed-wording';

  it('marks every accepted fixed sentence of the framework, whole', () => {
    const sentences = [
      ...OUTCOMES.flatMap((info) => [...info.statements, ...info.nextInspection, ...info.followUp]),
      STATUTORY_BASIS.full.text,
      STATUTORY_BASIS.monitoring.text,
    ];
    for (const sentence of sentences) {
      const runs = marked(sentence, FIXED);
      assert.equal(runs.join(' '), sentence);
      assert.equal(
        marked(sentence.replaceAll('’', "'"), FIXED).join(' '),
        sentence.replaceAll('’', "'"),
        'a straight apostrophe does not hide the wording',
      );
    }
  });

  it('does not mark a sentence with a slip in it', () => {
    for (const slip of [
      'The next full Area SEND inspection will be within approximately five years.',
      'The next full area SEND inspection will be within five years.',
      'Ofsted and the Quality Care Commission (CQC) ask that the local area partnership updates and publishes its strategic plan based on the recommendations set out in this report.',
      'This inspection was carried out at the request of the Secretary of State for Education under section 20(1) of the Children Act 2004.',
    ]) {
      assert.deepEqual(marked(slip, FIXED), []);
    }
    assert.deepEqual(
      marked(
        'The local area partnership’s arrangements lead to inconsistent experiences and outcomes for children and young people with special educational needs and/or disability (SEND). The local area partnership must work jointly to make improvements.',
        FIXED,
      ),
      ['The local area partnership must work jointly to make improvements.'],
    );
  });

  it('marks placeholders in paragraphs, headings, lists, quotations and tables', () => {
    const placeholder = 'invalid.unimplemented.placeholder';
    assert.deepEqual(marked('Held by [insert name of board] and [Insert date].', placeholder), ['[insert name of board]', '[Insert date]']);
    assert.deepEqual(marked('## [insert heading]', placeholder), ['[insert heading]']);
    assert.deepEqual(marked('- [insert what works well]', placeholder), ['[insert what works well]']);
    assert.deepEqual(marked('> [insert words]', placeholder), ['[insert words]']);
    assert.deepEqual(marked('| Area | Lead |\n| --- | --- |\n| [insert area] | [insert post], Council |', placeholder), [
      '[insert area]',
      '[insert post]',
    ]);
    assert.deepEqual(marked('[inserted page](https://a.example) and `[insert code]`', placeholder), []);
  });

  it('finds every gap of a new document', () => {
    for (const kind of ['full-inspection-report', 'strategic-plan', 'priority-action-plan', 'engagement-meeting-note'] as const) {
      const text = newDocument({ kind });
      assert.deepEqual(marked(text, 'invalid.unimplemented.placeholder'), text.match(/\[insert [^\]]*\]/g));
    }
  });

  it('marks ids of areas and actions, and no size of paper', () => {
    const area = 'constant.language.area-id';
    assert.deepEqual(marked('### AFI1: Waiting times', area), ['AFI1']);
    assert.deepEqual(marked('This answers AFI2 and APA10 (not AFI or XAPA1).', area), ['AFI2', 'APA10']);
    assert.deepEqual(marked('| A3 | AFI2 |\n| --- | --- |\n| A4 | APA1 |', area), ['AFI2', 'APA1']);
    const action = 'variable.other.constant.action-id';
    assert.deepEqual(marked('A3: Open a clinic', action), ['A3']);
    assert.deepEqual(marked('| A3 | AFI2 |\n| --- | --- |\n| A12 | APA1 |', action), ['A3', 'A12']);
    assert.deepEqual(marked('Printed on A4 paper beside the A38 road.', action), []);
  });

  it('keeps Markdown’s own marks on a line that begins with an id', () => {
    const line = tokens('AFI1 is **very** late.');
    assert.ok(line.find((token) => token.text === 'very')!.scopes.some((scope) => scope.startsWith('markup.bold')));
    const heading = tokens('### APA1: Leading together').find((token) => token.text === 'APA1')!;
    assert.ok(heading.scopes.some((scope) => scope.startsWith('markup.heading')));
  });

  it('marks suppressions: what they do, the rule and the reason', () => {
    const line = '<!-- area-send-disable-next-line action-owner: the post is being filled -->';
    assert.deepEqual(marked(line, 'keyword.control.directive.area-send'), ['area-send-disable-next-line']);
    assert.deepEqual(marked(line, 'entity.name.function.rule-id'), ['action-owner']);
    assert.deepEqual(marked(line, 'string.unquoted.reason'), [' the post is being filled ']);
    assert.deepEqual(marked(line, 'comment.block.html'), [line]);
    assert.deepEqual(marked('<!-- area-send-enable spelling-->', 'entity.name.function.rule-id'), ['spelling']);
    assert.deepEqual(marked('Text <!-- area-send-disable term: quoted --> more', 'keyword.control.directive.area-send'), [
      'area-send-disable',
    ]);
    assert.deepEqual(marked('  <!-- area-send-disable term: quoted -->', 'keyword.control.directive.area-send'), ['area-send-disable']);
    assert.deepEqual(marked('<!-- area-send-disabled term -->', 'keyword.control.directive.area-send'), []);
    assert.deepEqual(marked('<!-- a note about AFI1 -->', 'constant.language.area-id'), []);
    assert.deepEqual(marked('```\n<!-- area-send-disable term: quoted -->\n```', 'keyword.control.directive.area-send'), []);
  });

  it('goes on with Markdown after a suppression', () => {
    const after = tokens('<!-- area-send-disable term: quoted -->\n## Governance');
    assert.ok(after.find((token) => token.text === 'Governance')!.scopes.some((scope) => scope.startsWith('entity.name.section')));
  });

  it('uses standard scopes that light and dark themes colour', () => {
    const names: string[] = [];
    const collect = (rule: Rule): void => {
      if (rule.name) names.push(rule.name);
      for (const group of [rule.captures, rule.beginCaptures, rule.endCaptures])
        for (const capture of Object.values(group ?? {})) collect(capture);
      for (const pattern of rule.patterns ?? []) collect(pattern);
    };
    for (const { grammar: own } of injections) for (const rule of Object.values(own.repository)) collect(rule);
    assert.ok(names.length > 10);
    for (const name of names)
      assert.match(
        name,
        /^(?:comment|constant\.language|entity\.name\.function|invalid|keyword\.control|punctuation|string|support\.type|variable\.other\.constant)\./,
      );
  });

  it('is contributed with the snippets, and every contributed file is there', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      contributes: { grammars: { scopeName: string; path: string; injectTo: string[] }[]; snippets: { language: string; path: string }[] };
    };
    const contributed = manifest.contributes.grammars.map((entry) => {
      const text = readFileSync(new URL(`../../${entry.path}`, import.meta.url), 'utf8');
      assert.equal((JSON.parse(text) as Grammar).scopeName, entry.scopeName);
      assert.deepEqual(entry.injectTo, ['text.html.markdown']);
      return entry.scopeName;
    });
    assert.deepEqual(contributed.sort(), injections.map(({ grammar: own }) => own.scopeName).sort());
    assert.ok(manifest.contributes.snippets.some((entry) => entry.language === 'markdown' && entry.path === './snippets/area-send.json'));
  });
});
