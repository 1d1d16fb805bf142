import assert from 'node:assert/strict';
import { checkText } from '../../src/check/index.js';

const found = (text: string): string[] => {
  const document = `# Exampleshire SEND strategic plan\n\n## Actions\n\n${text}\n`;
  return checkText(document, { today: '2026-11-23', path: 'plan.md', only: ['identifiable-child'] }).findings.map(({ start, end }) =>
    document.slice(start.offset, end.offset),
  );
};

describe('children who can be recognised', () => {
  it('by a name', () => {
    for (const [text, at] of [
      ['We met Jaxxon (aged 9).', 'Jaxxon (aged 9)'],
      ['Jaxxon (aged 16, Parr Vale School) went on one.', 'Jaxxon (aged 16, Parr Vale School)'],
      ['Ellie (16, Parr Vale School) went on one.', 'Ellie (16, Parr Vale School)'],
      ['Amira Khan (14 years) spoke.', null],
      ['**Amira**, aged 14, spoke.', 'Amira**, aged 14'],
      ['We met Amira, aged 14, and others.', 'Amira, aged 14'],
      ['Amira aged 14 told us.', 'Amira aged 14'],
      ['Ben (7) helped.', 'Ben (7)'],
      ['Our son Tobias was out of school.', 'Our son Tobias'],
      ['The mother of a girl named Xanthia wrote.', 'girl named Xanthia'],
      ['> Ellie’s mum told us.', 'Ellie’s mum'],
      ['- Case study: Harvey', 'Case study: Harvey'],
      ['| Story |\n| --- |\n| Leo was excluded in March. |', 'Leo was excluded'],
      ['Of these, 3 of the 12 pupils at Hill View School were late.', '3 of the 12 pupils'],
      ['### Oscar’s story\n\nText.', 'Oscar’s story'],
    ] as const) {
      assert.deepEqual(found(text), at === null ? [] : [at], text);
    }
  });

  it('not by words that only look like one', () => {
    for (const text of [
      'Children and young people in Exampleshire aged 16 are welcome. Those from Victoria aged 16 too.',
      'Across Draftham, aged 16 or not, they came.',
      'Placements (aged 5) and Portage (aged 3).',
      'Young people (aged 18) and Pupils (aged 5).',
      'The Hive (aged 11) is a club.',
      'Our SEND Strategy is two years old.',
      'St Mary’s school, Queen Elizabeth’s school and Mary’s School.',
      'April’s plan, May’s story and Grace has autism in the play.',
      'Marian Holloway, 45, leads.',
      'Dr Emma Lane has a diagnosis clinic.',
      'A learner aged 9 wrote. Every child aged 9 reads. Aged 9, they move on.',
      'The Child and Family Court. Each child a book. Group B and Child Benefit.',
      'One pupil in three at Oakfield School. In Year 4 pupils at Oakfield School swim. Three Oakfield School staff.',
      'Three young people from Draftham College joined the board.',
      'Four children’s homes and two young people’s groups visited Oakfield School.',
      '| Setting | Visits |\n| --- | --- |\n| Oakfield School | 2 |',
      '| Setting | Number of pupils |\n| --- | --- |\n| Special schools | 2 |\n| Oakfield School | 0 |\n| Hill School | 5 |',
    ]) {
      assert.deepEqual(found(text), [], text);
    }
  });
});
