import assert from 'node:assert/strict';
import { originalPage } from '../../src/vscode/views/original-page.js';

const warning = { code: 'text-box', what: 'A text box was moved.', where: 'page 3' } as const;

describe('the page of a Word or PDF file', () => {
  it('offers the import, lists what is lost and every open comment at its words, with its answers', () => {
    const page = originalPage({
      name: 'report <1>.docx',
      read: {
        format: 'docx',
        warnings: [warning],
        comments: [
          { author: 'Priya', text: 'Is this <b>right</b>?', on: 'three years', where: 'paragraph 4' },
          { author: null, text: 'It is.', on: 'three years', where: 'paragraph 4', replyTo: 0 },
          { author: 'Tom', text: 'Settled.', on: 'SEND', where: 'paragraph 5', resolved: true },
        ],
      },
    });
    assert.match(page, /<h1>report &lt;1&gt;\.docx<\/h1>/);
    assert.match(page, /href="command:areaSend\.importDocument">Import as Markdown/);
    assert.match(page, /href="command:areaSend\.saveComments"/);
    assert.match(page, /<h2>1 comment that nobody has resolved<\/h2>/);
    assert.match(
      page,
      /Priya on <q>three years<\/q> \(paragraph 4\):<blockquote>Is this &lt;b&gt;right&lt;\/b&gt;\?<\/blockquote><blockquote>Somebody: It is\./,
    );
    assert.doesNotMatch(page, /Settled|<script/);
    assert.match(page, /<li>page 3: A text box was moved\.<\/li>/);
  });

  it('says that it is reading, and why a file cannot be read', () => {
    assert.match(originalPage({ name: 'a.pdf', read: null }), /role="status">Reading the document/);
    assert.match(originalPage({ name: 'a.pdf', read: 'This file is empty.' }), /role="alert">This file is empty\./);
  });

  it('offers comments only where Word can show them', () => {
    const page = originalPage({ name: 'a.pdf', read: { format: 'pdf', warnings: [], comments: [] } });
    assert.doesNotMatch(page, /saveComments|nobody has resolved/);
    assert.match(page, /Everything can be\./);
  });
});
