import { strFromU8, unzipSync } from 'fflate';

export const TODAY = '2026-11-26';

/** Markdown of every kind that reports and plans hold, and some that they should not. */
export const EVERYTHING = `---
document: strategic-plan
---
# Exampleshire *SEND* plan & more

<!-- area-send-disable-next-line acronym: known to all -->

Text with **bold**, *slanted*, ~~gone~~, \`code\`, [a link](https://example.org), www.example.org and a note[^1] and another[^b]. H<sub>2</sub>O, 1<sup>st</sup>.
A second line\\
after a break, <br> and one more. &amp; &copy; <insert name> and [insert date].

See [lists](#lists), [nothing](#nowhere), [run](javascript:alert(1)) and [file](file:///etc/passwd).

![A chart of waits](missing.png) ![Far away](https://example.org/a.png)

### A level is left out

- one
  - two
    1. three
    2. four

       more of four

  more of one
- [ ] to do
- [x] done

5. five
6. six

> A *quotation*
>
> - with a list

    code
      as it is

| Action | Who | When |
| :-- | :-: | --: |
| Agree<br>• first<br>• second<br>at last | A \\| B | May |

## Wide

| a | b | c | d | e | f |
| - | - | - | - | - | - |
| 1 | 2 | 3 | 4 | 5 | 6 |

## Lists

<table><tr><th>H1</th><th>H2</th></tr><tr><td>c1<ul><li>x</li></ul></td><td onclick="x()">c2<script>alert(1)</script></td></tr></table>

|  |  |
| - | - |
| Label | Value |

[^1]: The note with [its link](https://note.example).

    A second paragraph.
[^b]: Another
[^never]: Not referred to
`;

/** Names and contents of the XML parts of a Word file. */
export function partsOf(bytes: Uint8Array): Map<string, string> {
  return new Map(
    Object.entries(unzipSync(bytes))
      .filter(([path]) => /\.(?:xml|rels)$/.test(path))
      .map(([path, part]) => [path, strFromU8(part)]),
  );
}

/** The smallest picture there is: one transparent dot as PNG. */
export const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
);
