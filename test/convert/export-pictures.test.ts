import assert from 'node:assert/strict';
import { picturesIn } from '../../src/convert/export/index.js';

describe('pictures of a document', () => {
  for (const [name, text] of Object.entries({
    'in a paragraph': 'Text ![a](x.png) text',
    'in a list, further in': '- one\n\n  two\n\n      ![a](x.png)\n',
    'in a list of a quotation': '> - one\n>\n>     ![a](x.png)\n',
    'in a table': '| a |\n| - |\n| ![a](x.png) |\n',
    'in a note': 'Text[^1]\n\n[^1]: Note\n\n    ![a](x.png)\n',
    'by a reference': '![a][b]\n\n## Heading\n\n[b]:\n  x.png "Title"\n',
    'by its own words': '> ![b]\n\n> [B]: x.png\n',
    'behind code': '```\n![\n\n## a\n```\n\n![a](x.png)\n',
    'below the end of code': '```\nsome\n\n![\n```\n![a](x.png)\n',
    'behind HTML': '<pre>\n![\n\n</pre>\n\n![a](x.png)\n',
    'with other line ends': 'Text\r\n\r\n![a](<x.png>)\r\n',
    'in a sentence over lines': 'Text ![a\nb](x.png\n"Title")\n',
  })) {
    it(`are found ${name}`, () => {
      assert.ok(picturesIn(text).includes('x.png'), JSON.stringify(picturesIn(text)));
    });
  }

  it('are none where only links stand', () => {
    assert.deepEqual(picturesIn('[a](x.png) ![b](y.png) ![none]\n\n[c]: z.png\n'), ['y.png']);
  });
});
