import assert from 'node:assert/strict';
import { factsOf } from '../../src/check/facts.js';
import { openDocument } from '../../src/document/index.js';

/** Facts of a report with these parts. */
const read = (text: string, title = 'Area SEND inspection of Exampleshire Local Area Partnership') => factsOf(openDocument(`# ${title}\n\n${text}\n`, { path: 'x.md' }));

const team = (...rows: readonly string[]) => read(`## Inspection team\n\n| Ofsted | Care Quality Commission |\n| --- | --- |\n${rows.join('\n')}`).team;

describe('facts of reports', () => {
  it('give the area the name that the title gives it', () => {
    for (const area of ['Kingston upon Hull', 'St Helens', 'St. Helens', 'Telford & Wrekin', 'Bristol', 'Royal Borough of Kensington and Chelsea', 'County Durham']) {
      assert.equal(read('', `Area SEND inspection of ${area} Local Area Partnership`).localArea, area);
      assert.equal(read('', `Area SEND inspection of the ${area} Local Area Partnership`).localArea, area);
    }
  });

  it('read a name and the role in the line below as one person', () => {
    assert.deepEqual(team('| Harriet Penrose<br>His Majesty’s Inspector, Lead inspector | Tobias Lindqvist<br>Lead inspector, CQC |', '| Callum Draycott HMI<br>Social care | Bronagh Teasel,<br>Children’s Services Inspector |', '| Anita Merriweather, Ofsted<br>Inspector |  |'), {
      ofsted: [
        { name: 'Harriet Penrose', role: 'His Majesty’s Inspector, Lead inspector' },
        { name: 'Callum Draycott', role: 'HMI Social care' },
        { name: 'Anita Merriweather', role: 'Ofsted Inspector' },
      ],
      cqc: [
        { name: 'Tobias Lindqvist', role: 'Lead inspector, CQC' },
        { name: 'Bronagh Teasel', role: 'Children’s Services Inspector' },
      ],
    });
  });

  it('read several people in one cell', () => {
    assert.deepEqual(team('| Harriet Penrose, lead inspector, HMI<br>Callum Draycott, HMI<br>Anita Merriweather OI | Tobias Lindqvist, lead inspector<br>Bronagh Teasel, inspector |'), {
      ofsted: [
        { name: 'Harriet Penrose', role: 'lead inspector, HMI' },
        { name: 'Callum Draycott', role: 'HMI' },
        { name: 'Anita Merriweather', role: 'OI' },
      ],
      cqc: [
        { name: 'Tobias Lindqvist', role: 'lead inspector' },
        { name: 'Bronagh Teasel', role: 'inspector' },
      ],
    });
  });

  it('tell responsible bodies apart', () => {
    const bodies = (cell: string) => read(`## Areas for priority action\n\n| Responsible body | Areas for priority action |\n| --- | --- |\n| ${cell} | Leaders must act. |`).areasForPriorityAction[0]!.responsibleBodies;
    assert.deepEqual(bodies('Draftham Health NHS Foundation Trust, Vale ICB'), ['Draftham Health NHS Foundation Trust', 'Vale ICB']);
    assert.deepEqual(bodies('Exampleshire Council, NHS Vale ICB and Draftham Hospitals NHS Trust'), ['Exampleshire Council', 'NHS Vale ICB', 'Draftham Hospitals NHS Trust']);
    assert.deepEqual(bodies('NHS Draftham, Vale and Sample Integrated Care Board (ICB)'), ['NHS Draftham, Vale and Sample Integrated Care Board (ICB)']);
  });

  it('belong to the edition that was in force when the inspection began', () => {
    const edition = (dates: string) => openDocument(`# Area SEND inspection of Exampleshire Local Area Partnership\n\nInspection dates: ${dates}\n`, { path: 'x.md' }).edition;
    assert.equal(edition('2 to 6 June 2025'), '2024-04');
    assert.equal(edition('9 to 13 June 2025'), '2025-06');
  });
});
