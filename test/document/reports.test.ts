import assert from 'node:assert/strict';
import { factsOf } from '../../src/check/facts.js';
import { openDocument } from '../../src/document/index.js';

/** Facts of a report with these parts. */
const read = (text: string, title = 'Area SEND inspection of Exampleshire Local Area Partnership') =>
  factsOf(openDocument(`# ${title}\n\n${text}\n`, { path: 'x.md' }));

const team = (...rows: readonly string[]) =>
  read(`## Inspection team\n\n| Ofsted | Care Quality Commission |\n| --- | --- |\n${rows.join('\n')}`).team;

describe('facts of reports', () => {
  it('give the area the name that the title gives it', () => {
    for (const area of [
      'Kingston upon Hull',
      'St Helens',
      'St. Helens',
      'Telford & Wrekin',
      'Bristol',
      'Royal Borough of Kensington and Chelsea',
      'County Durham',
    ]) {
      assert.equal(read('', `Area SEND inspection of ${area} Local Area Partnership`).localArea, area);
      assert.equal(read('', `Area SEND inspection of the ${area} Local Area Partnership`).localArea, area);
    }
  });

  it('read a name and the role in the line below as one person', () => {
    assert.deepEqual(
      team(
        '| Harriet Penrose<br>His Majesty’s Inspector, Lead inspector | Tobias Lindqvist<br>Lead inspector, CQC |',
        '| Callum Draycott HMI<br>Social care | Bronagh Teasel,<br>Children’s Services Inspector |',
        '| Anita Merriweather, Ofsted<br>Inspector |  |',
      ),
      {
        ofsted: [
          { name: 'Harriet Penrose', role: 'His Majesty’s Inspector, Lead inspector' },
          { name: 'Callum Draycott', role: 'HMI Social care' },
          { name: 'Anita Merriweather', role: 'Ofsted Inspector' },
        ],
        cqc: [
          { name: 'Tobias Lindqvist', role: 'Lead inspector, CQC' },
          { name: 'Bronagh Teasel', role: 'Children’s Services Inspector' },
        ],
      },
    );
  });

  it('read several people in one cell', () => {
    assert.deepEqual(
      team(
        '| Harriet Penrose, lead inspector, HMI<br>Callum Draycott, HMI<br>Anita Merriweather OI | Tobias Lindqvist, lead inspector<br>Bronagh Teasel, inspector |',
      ),
      {
        ofsted: [
          { name: 'Harriet Penrose', role: 'lead inspector, HMI' },
          { name: 'Callum Draycott', role: 'HMI' },
          { name: 'Anita Merriweather', role: 'OI' },
        ],
        cqc: [
          { name: 'Tobias Lindqvist', role: 'lead inspector' },
          { name: 'Bronagh Teasel', role: 'inspector' },
        ],
      },
    );
  });

  it('read areas for priority action of a monitoring report, each under a heading of its own', () => {
    const { areasForPriorityAction } = read(
      '## Progress\n\n### Area for priority action 1\n\nLeaders should improve plans.\n\nThe partnership has taken effective action.\n\n### Area for priority action 2\n\nLeaders must reduce waits.',
      'Area SEND monitoring inspection of Exampleshire Local Area Partnership',
    );
    assert.deepEqual(
      areasForPriorityAction.map(({ id, text }) => [id, text]),
      [
        ['APA1', 'Leaders should improve plans.'],
        ['APA2', 'Leaders must reduce waits.'],
      ],
    );
  });

  it('tell responsible bodies apart', () => {
    const bodies = (cell: string) =>
      read(
        `## Areas for priority action\n\n| Responsible body | Areas for priority action |\n| --- | --- |\n| ${cell} | Leaders must act. |`,
      ).areasForPriorityAction[0]!.responsibleBodies;
    assert.deepEqual(bodies('Draftham Health NHS Foundation Trust, Vale ICB'), ['Draftham Health NHS Foundation Trust', 'Vale ICB']);
    assert.deepEqual(bodies('Exampleshire Council, NHS Vale ICB and Draftham Hospitals NHS Trust'), [
      'Exampleshire Council',
      'NHS Vale ICB',
      'Draftham Hospitals NHS Trust',
    ]);
    assert.deepEqual(bodies('NHS Draftham, Vale and Sample Integrated Care Board (ICB)'), [
      'NHS Draftham, Vale and Sample Integrated Care Board (ICB)',
    ]);
  });

  it('read the dates of the head wherever the layout puts them', () => {
    const dates = (head: string) => {
      const { inspection, previousInspections } = read(`${head}\n\n## Inspection outcome`);
      return [inspection?.start, inspection?.end, ...previousInspections.map(({ start }) => start)];
    };
    const expected = ['2024-03-11', '2024-03-15', '2017-05-08'];
    for (const head of [
      'Inspection dates: 11 to 15 March 2024\n\nDates of previous inspection: 8 to 12 May 2017',
      'Inspection dates:\n\n11 to 15 March 2024\n\nDates of previous inspection:\n\n8 to 12 May 2017',
      '| Inspection dates: | 11 to 15 March 2024 |\n| --- | --- |\n| Dates of previous inspection: | 8 to 12 May 2017 |',
      '## Local area partnership report\n\nInspection dates: 11 to 15 March 2024\n\nDates of previous inspection: 8 to 12 May 2017',
      '**Inspection dates** 11\u202fto 15\u00a0March 2024\n\nDates of previous inspection 8 to 12 May 2017',
      'Previous inspection dates: 8 to 12 May 2017\n\nInspection dates: 11 to 15 March 2024',
    ]) {
      assert.deepEqual(dates(head), expected, head);
    }
  });

  it('take “the first inspection” for no previous one', () => {
    for (const said of ['Not previously inspected', 'None', 'Not applicable', 'This is the first inspection of Exampleshire.']) {
      const { facts } = openDocument(
        `# Area SEND inspection of Exampleshire Local Area Partnership\n\nDate of previous inspection: ${said}\n\n## Inspection outcome\n`,
        { path: 'x.md' },
      );
      assert.deepEqual([facts.previousInspections.none, facts.previousInspections.found.length], [true, 0], said);
    }
  });

  it('list boards and no others', () => {
    const boards = (table: string) => read(`## Local area partnership details\n\n${table}`).partners.integratedCareBoards;
    assert.deepEqual(
      boards(
        '| Local authority | Integrated care board | NHS England |\n| --- | --- | --- |\n| Exampleshire Council | NHS Vale ICB | NHS England |\n| Ann Example, Director | Beth Sample, Chief Executive | Jay Draft, Director |',
      ),
      ['NHS Vale ICB'],
    );
    assert.deepEqual(
      boards(
        '| Local authority | Integrated care board |\n| --- | --- |\n| Exampleshire Council<br>Ann Example, Director | NHS Vale ICB<br>NHS Moor ICB<br>Beth Sample, Chief Executive<br>www.vale.icb.nhs.uk<br>Vale House<br>Vale<br>ZZ1 1ZZ |',
      ),
      ['NHS Vale ICB', 'NHS Moor ICB'],
    );
  });

  it('are the same for a text with wrapped lines, spaces that do not break and characters that nobody sees', () => {
    const outcome =
      'The local area partnership’s arrangements lead to inconsistent experiences and outcomes for children and young people with special educational needs and/or disabilities (SEND). The local area partnership must work jointly to make improvements.';
    const next = 'The next full area SEND inspection will be within approximately three years.';
    const facts = (text: string) => {
      const { outcome: found, nextFullInspectionMonths } = read(`## Inspection outcome\n\n${text}`);
      return [found, nextFullInspectionMonths];
    };
    const plain = `${outcome}\n\n${next}`;
    for (const text of [
      plain,
      plain.replace(/(.{50,70}) /g, '$1\n'),
      plain.replace(/ SEND/g, '\u00a0SEND'),
      plain.replace(/partner/g, 'partner\u00ad'),
      plain.replace(/ffi/g, '\ufb03'),
    ]) {
      assert.deepEqual(facts(text), [2, 36], text);
    }
    const wrapped = openDocument(
      `# Area SEND inspection of Exampleshire Local Area Partnership\n\n${outcome.replace(/(.{60,70}) /g, '$1\n')}\n\nLeaders’ names:\nAnn Example\nBeth Sample\n`,
      { path: 'x.md' },
    );
    assert.deepEqual(
      wrapped.prose.slice(1).map(({ text }) => text),
      [outcome, 'Leaders’ names:\nAnn Example\nBeth Sample'],
    );
    // Wrapped once at 70 and once more at 48; a list of entries in lines is none.
    const twice =
      'Exampleshire Metropolitan Borough Council and NHS\nGreater Vale Integrated\nCare Board (ICB) are jointly responsible for\nthe planning and\ncommissioning of services for children and\nyoung people.';
    const entries =
      'The board’s members and their posts\nAnn Example, director of Children’s Services\nand of schools\nBeth Sample, chief nurse\nCal Test, head of SEND';
    assert.deepEqual(
      openDocument(`# Area SEND inspection of Exampleshire Local Area Partnership\n\n${twice}\n\n${entries}\n`, { path: 'x.md' })
        .prose.slice(1)
        .map(({ text }) => text.split('\n').length),
      [1, 4],
    );
    const [unit] = openDocument('# Area SEND inspection of Exampleshire Local Area Partnership\n\nThe eﬀective partner\u00adship acts.\n', {
      path: 'x.md',
    }).prose.slice(1);
    assert.equal(unit!.text, 'The effective partnership acts.');
    const at = unit!.text.indexOf('partnership');
    const { start, end } = unit!.spanOf(at, at + 'partnership'.length);
    assert.equal(end - start, 'partner\u00adship'.length);
  });

  it('belong to the edition that was in force when the inspection began', () => {
    const edition = (dates: string) =>
      openDocument(`# Area SEND inspection of Exampleshire Local Area Partnership\n\nInspection dates: ${dates}\n`, { path: 'x.md' })
        .edition;
    assert.equal(edition('2 to 6 June 2025'), '2024-04');
    assert.equal(edition('9 to 13 June 2025'), '2025-06');
  });
});
