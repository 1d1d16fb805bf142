import assert from 'node:assert/strict';
import { importDocument } from '../../src/convert/import/index.js';
import { pdf, ruled, widthOf, wrapped, type Page, type Text } from './pdf-files.js';

const markdown = async (...pages: Page[]): Promise<string> => (await importDocument(pdf(pages), 'document.pdf')).markdown;

const PROSE =
  'Leaders across the partnership know their area well and have an honest view of what works. They listen to families and act on what they hear, so that help comes sooner than it did two years ago.';
const body = (y: number): Text[] => wrapped(PROSE, 60, y, 540).texts;

/** Parts of one line, set one after the other. */
function run(y: number, ...parts: (string | Partial<Text>)[]): Text[] {
  let x = 60;
  return parts.map((part) => {
    const text: Text = { text: '', y, ...(typeof part === 'string' ? { text: part } : part), x };
    x += widthOf(text.text) + (text.bold ? 8 : 0);
    return text;
  });
}

describe('PDF in: looks without tags', () => {
  it('keeps the title of the first page where running heads repeat it', async () => {
    const head = { text: 'The plan of Westmere', x: 60, y: 40, size: 9 };
    const first = { texts: [{ text: 'The plan of Westmere', x: 60, y: 60, size: 24 }, ...body(110)] };
    const pages = [1, 2, 3].map((): Page => ({ texts: [head, ...body(90)] }));
    assert.equal(await markdown(first, ...pages), `# The plan of Westmere\n\n${[PROSE, PROSE, PROSE, PROSE].join('\n\n')}\n`);
  });

  it('leaves out the only running head of two pages where it repeats a title of two lines', async () => {
    const title = [
      { text: 'The plan of Westmere County Council', x: 60, y: 60, size: 24 },
      { text: 'and its partners', x: 60, y: 88, size: 24 },
    ];
    const head = { text: 'The plan of Westmere County Council and its partners', x: 60, y: 40, size: 9 };
    assert.equal(
      await markdown({ texts: [...title, ...body(130)] }, { texts: [head, ...body(90)] }),
      `# The plan of Westmere County Council and its partners\n\n${PROSE}\n\n${PROSE}\n`,
    );
  });

  it('joins the lines of a numbered paragraph that hang under its words', async () => {
    const item = (number: number, y: number): Text[] => [{ text: `${number}.`, x: 60, y }, ...wrapped(PROSE, 78, y, 540).texts];
    assert.equal(await markdown({ texts: [...item(1, 80), ...item(2, 140)] }), `1. ${PROSE}\n\n2. ${PROSE}\n`);
  });

  it('takes a sentence in large letters for a heading', async () => {
    const texts = [...body(80), { text: '2. Parents say that they are not heard.', x: 60, y: 150, size: 17, bold: true }, ...body(180)];
    assert.match(await markdown({ texts }), /^#+ 2\. Parents say that they are not heard\.$/m);
  });

  it('keeps bold and italic words in running text', async () => {
    const texts = [...run(80, { text: 'Lead:', bold: true }, 'Head of SEND'), ...body(120), ...body(180)];
    assert.match(await markdown({ texts }), /^\*\*Lead:\*\* Head of SEND$/m);
  });

  it('takes footnotes out of the page and refers to them', async () => {
    const line = run(200, 'The board agreed it.', { text: '4', size: 7, y: 195 });
    const note: Text[] = [
      { text: '4', x: 60, y: 747, size: 6 },
      { text: 'See the minutes of June 2025.', x: 65, y: 750, size: 9 },
    ];
    assert.equal(
      await markdown({ texts: [...body(80), ...line, ...note] }, { texts: body(80) }),
      `${PROSE}\n\nThe board agreed it.[^1]\n\n${PROSE}\n\n[^1]: See the minutes of June 2025.\n`,
    );
  });

  it('leaves a raised number alone that no note explains', async () => {
    assert.match(await markdown({ texts: [...body(80), ...run(200, 'An area of 4 km', { text: '2', size: 7, y: 195 })] }), /4 km ?2\n$/);
  });
});

describe('PDF in: tables that are hard to read', () => {
  const head = ['Action', 'Lead'];
  const bold = (row: number): Partial<Text> => (row === 0 ? { bold: true } : {});

  it('begins a new row after a page break where the next row begins anew beside a full line', async () => {
    const edges = [60, 300, 540];
    const rows = [head, ['Make one plan that all of the partners keep to', 'Jo Field, HMI']];
    const next = ruled([head, ['Understand what families need', 'Sam Wood, HMI']], edges, 80, bold);
    assert.match(
      await markdown(ruled(rows, edges, 700, bold), next),
      /\| Make one plan that all of the partners keep to \| Jo Field, HMI \|\n\| Understand what families need \| Sam Wood, HMI \|/,
    );
  });

  it('keeps a dash that stands alone in a cell', async () => {
    assert.match(
      await markdown(ruled([head, ['Hold a day for families', '-']], [60, 300, 540], 80, bold)),
      /\| Hold a day for families \| - \|/,
    );
  });

  it('joins a word that is wider than its column', async () => {
    const texts = [
      { text: 'Benchmarki', x: 66, y: 93 },
      { text: 'ng', x: 66, y: 107.4 },
      { text: 'Before it started', x: 140, y: 93 },
    ];
    const table = ruled(
      [
        ['Lead', 'Due'],
        ['x', 'y'],
      ],
      [60, 132, 300],
      130,
      bold,
    );
    const above = [80, 115].map((y) => ({ x: 60, y, width: 240, height: 0.5 }));
    const sides = [60, 132, 300].map((x) => ({ x, y: 80, width: 0.5, height: 60 }));
    const result = await markdown({ texts: [...texts, ...table.texts, ...body(300)], rules: [...table.rules, ...above, ...sides] });
    assert.match(result, /\| Benchmarking \| Before it started \|/);
  });

  it('parts two addresses below one another in a cell', async () => {
    const rows = [head, ['Website', 'https://www.westmere.example/\nhttps://www.icb.example/']];
    assert.match(
      await markdown(ruled(rows, [60, 200, 540], 80, bold)),
      /https:\/\/www\.westmere\.example\/(?: |<br>)https:\/\/www\.icb\.example\//,
    );
  });

  it('tells columns by where the lines between rows are in pieces, with the names of the columns above the first', async () => {
    const rows = [
      ['Step', 'Job lead', 'What we will do'],
      ['1.10', 'Jo Fields', 'Train all our staff'],
    ];
    // Columns as narrow as what stands in them, closer than words that stand apart.
    const second = 66 + widthOf('1.10');
    const edges = [60, second, second + 6 + widthOf('Jo Fields'), 540];
    const texts = rows.flatMap((row, r) => row.map((text, c): Text => ({ text, x: edges[c]! + 2, y: 100 + r * 20 })));
    const rules = [106, 126].flatMap((y) => edges.slice(1).map((x, c) => ({ x: edges[c]!, y, width: x - edges[c]!, height: 0.6 })));
    assert.match(
      await markdown({ texts: [...texts, ...body(220)], rules }),
      /^\| Step \| Job lead \| What we will do \|\n\| --- \| --- \| --- \|\n\| 1\.10 \| Jo Fields \| Train all our staff \|$/m,
    );
  });

  it('keeps a line that is underlined twice in pieces as a line', async () => {
    const rules = [104, 119].flatMap((y) => [60, 160].map((x) => ({ x, y, width: 100, height: 0.6 })));
    const texts = [100, 115].map((y): Text => ({ text: 'Read the whole report on our page', x: 60, y }));
    assert.doesNotMatch(await markdown({ texts: [...texts, ...body(220)], rules }), /\|/);
  });

  it('reads a table without lines whose cells are paragraphs that wrap', async () => {
    const texts: Text[] = [];
    const x = [60, 290];
    let y = 100;
    const rows = [
      ['Responsible body', 'What has to change'],
      ['Westmere County Council and NHS Westmere Integrated Care Board', PROSE],
      ['NHS Westmere Integrated Care Board', 'Waits for therapies should be shorter, and families should be told how long they are.'],
    ];
    rows.forEach((row, r) => {
      const laid = row.map((cell, c) => wrapped(cell, x[c]!, y, c === 0 ? 280 : 530, { bold: r === 0 }));
      texts.push(...laid.flatMap((part) => part.texts));
      y = Math.max(...laid.map((part) => part.y)) + 6;
    });
    const [, first, second] = rows;
    const result = await markdown({ texts: [...texts, ...body(y + 60)] });

    assert.ok(result.includes(`| ${first!.join(' | ')} |\n| ${second!.join(' | ')} |`), result);
  });
});
