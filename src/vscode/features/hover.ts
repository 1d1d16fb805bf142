import * as vscode from 'vscode';
import { ruleById } from '../../check/index.js';
import { readingText, sectionReading } from '../../check/reading.js';
import { FRONT_MATTER_KEYS } from '../../document/index.js';
import { sectionInfo } from '../../framework/sections.js';
import type { Source } from '../../framework/types.js';
import { outcomeInfo } from '../../framework/wording.js';
import { escapeMarkdown } from '../../text/markdown.js';
import { LARGE, type Checks } from '../documents/checks.js';
import { rangeOfFinding, rangeOfSpan } from '../documents/ranges.js';
import { termHelp } from './terms.js';

const CONFIDENCE = {
  primary: '',
  secondary: ' (reported by others)',
  inferred: ' (worked out from published reports)',
  recalled: ' (not confirmed; a default)',
} as const;

export const sourceLine = (source: Source): string =>
  `*Source: ${source.url ? `[${source.title}](${source.url})` : source.title}${source.where ? `, ${source.where}` : ''}${CONFIDENCE[source.confidence]}*`;

/** Words of documents and settings go through `escapeMarkdown` first: they may hold pictures, which would be fetched. */
const markdown = (...parts: string[]): vscode.MarkdownString => new vscode.MarkdownString(parts.join('\n\n'));

/** What stands under the pointer and what the framework asks of it. */
class Hovers implements vscode.HoverProvider {
  constructor(private readonly checks: Checks) {}

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | null> {
    const checked = await this.checks.checkNow(document);
    if (!checked?.result.kind) return null;
    const { document: model } = checked;
    const offset = document.offsetAt(position);

    const contents: vscode.MarkdownString[] = [];
    let range: vscode.Range | undefined;
    for (const finding of checked.findings) {
      const at = rangeOfFinding(finding);
      if (!at.contains(position)) continue;
      const rule = ruleById(finding.rule)!;
      range ??= at;
      contents.push(markdown(`**Why:** ${rule.rationale}`, `**What to do:** ${escapeMarkdown(finding.help)}`, sourceLine(rule.source)));
      if (contents.length === 2) break;
    }

    const { span: yaml } = model.frontMatter;
    if (yaml && offset < yaml.end) {
      for (const [path, about] of Object.entries(FRONT_MATTER_KEYS)) {
        const key =
          model.frontMatter.keySpan(path) ?? (path.startsWith('milestones.') ? model.frontMatter.keySpan(path.replace('.', '.0.')) : null);
        if (key && offset >= key.start && offset <= key.end) contents.push(markdown(`**${path}** – ${about}`));
      }
      return contents.length > 0 ? new vscode.Hover(contents, range) : null;
    }

    const section = model.sections.find(({ heading }) => heading && offset >= heading.span.start && offset <= heading.span.end);
    const info = section?.id ? sectionInfo(section.id) : undefined;
    if (info) contents.push(markdown(`**${info.headings[0]}**`, info.about, sourceLine(info.source)));

    if (section) {
      const { words } = checked.resolved.settings.sentenceLength;
      // In a very long document one section may be most of it.
      const reading = section.span.end - section.span.start > LARGE ? null : sectionReading(model, section, words);
      if (reading) contents.push(markdown(readingText(reading, words)));
    }

    const statement = model.facts.outcomeStatements.find(({ span }) => offset >= span.start && offset <= span.end);
    if (statement) {
      const outcome = outcomeInfo(statement.outcome);
      range ??= rangeOfSpan(model, statement.span);
      contents.push(
        markdown(
          `**Outcome ${outcome.id} of 3: ${outcome.name}**`,
          `Then the report says: “${outcome.nextInspection[0]}”`,
          outcome.id === 3
            ? 'The partnership must submit a priority action plan.'
            : 'The partnership is asked to update and publish its strategic plan.',
          sourceLine(outcome.source),
        ),
      );
    }

    if (contents.length === 0) {
      const word = document.getWordRangeAtPosition(position, /[\p{L}\p{N}][\p{L}\p{N}’'-]*/u);
      const line = document.lineAt(position.line).text;
      const help = termHelp(line, position.character, word ? document.getText(word) : '', checked.resolved.settings.acronyms);
      if (help)
        return new vscode.Hover(
          markdown(...help.text, ...(help.source ? [sourceLine(help.source)] : [])),
          help.range ? new vscode.Range(position.line, help.range[0], position.line, help.range[1]) : word,
        );
    }
    return contents.length > 0 ? new vscode.Hover(contents, range) : null;
  }
}

export const registerHover = (checks: Checks): vscode.Disposable =>
  vscode.languages.registerHoverProvider({ language: 'markdown' }, new Hovers(checks));
