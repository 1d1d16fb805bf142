import type { RuleExamples } from '../rule.js';
import { BOARD, COUNCIL, table } from './partnership-details.js';

/** Further examples of the rule, for the tests. */
const examples: RuleExamples = {
  valid: [
    {
      title: 'an address in several rows, and two boards in two rows',
      kind: 'full-inspection-report',
      text: table(
        [
          'Exampleshire County Council',
          '',
          'Marian Holloway, Director',
          'www.exampleshire.example',
          'County Hall',
          'Lower Sample',
          'ZX1 4AB',
        ],
        [
          'NHS Exampleshire ICB',
          'NHS Vale ICB',
          'Desmond Farrier, Chief Executive',
          'www.exampleshire-icb.example',
          'Orchard House',
          'Lower Sample',
          'ZX1 7TQ',
        ],
      ),
    },
    {
      title: 'rows with labels and posts in a row of their own',
      kind: 'full-inspection-report',
      text: '## Local area partnership details\n\n|  | Local Authority | Integrated Care Board(s) |\n| --- | --- | --- |\n| Name | Exampleshire County Council | NHS Exampleshire ICB |\n| Lead | Marian Holloway | Desmond Farrier |\n| Post | Director of Children’s Services | Chief Executive |\n| Website | www.exampleshire.example | www.exampleshire-icb.example |\n| Address | County Hall, Lower Sample ZX1 4AB | Orchard House, Lower Sample ZX1 7TQ |\n',
    },
    {
      title: 'posts of which one is named after its field, and a row of posts with commas',
      kind: 'full-inspection-report',
      text: table(
        [
          'Exampleshire County Council',
          'Public Health Director, Marian Holloway',
          'Rosa Head',
          'Director of Education, Learning and Skills',
          'www.exampleshire.example',
          'County Hall<br>ZX1 4AB',
        ],
        [
          'NHS Exampleshire ICB',
          'Desmond Farrier',
          'Dr Ana Chief',
          'Chief Nurse, Place and Quality',
          'www.exampleshire-icb.example',
          'Orchard House<br>ZX1 7TQ',
        ],
      ),
    },
    {
      title: 'everything in one cell',
      kind: 'full-inspection-report',
      text: table(
        [
          'Exampleshire County Council<br>Marian Holloway, Director of Children’s Services<br>www.exampleshire.example<br>County Hall<br>ZX1 4AB',
        ],
        ['NHS Exampleshire ICB<br>Desmond Farrier, Chief Executive<br>www.exampleshire-icb.example<br>Orchard House<br>ZX1 7TQ'],
      ),
    },
    {
      title: 'websites as links with labels',
      kind: 'full-inspection-report',
      text:
        table(COUNCIL.with(2, '[Website of the council][council]'), BOARD.with(2, '[The board’s website][The  Board]')) +
        '\n[council]: https://www.exampleshire.example\n[the board]: https://www.exampleshire-icb.example\n',
    },
  ],
  invalid: [
    {
      title: 'a postcode without its end beside a whole one, and an l for a 1',
      kind: 'full-inspection-report',
      text: table(
        COUNCIL.with(3, 'County Hall<br>Lower Sample<br>ZX1 4AB<br>Annexe<br>ZX1 4A'),
        BOARD.with(3, 'Orchard House<br>Lower Sample<br>ZXl 7TQ'),
      ),
      finds: [
        { at: 'ZX1 4A', severity: 'error', message: /end of the postcode/ },
        { at: 'ZXl 7TQ', severity: 'error', message: /ZX1 7TQ/ },
      ],
    },
    {
      title: 'no website and no address for the board',
      kind: 'full-inspection-report',
      text: table(COUNCIL, BOARD.with(2, '').with(3, '')),
      finds: [{ at: 'Integrated care board', message: /lack its website; and its postal address/, severity: 'error' }],
    },
    {
      title: 'no address at all, and a lead person whose name could stand in one',
      kind: 'full-inspection-report',
      text: table(COUNCIL.with(1, 'Marian Hall, Director of Children’s Services').slice(0, 3), BOARD.slice(0, 3)),
      finds: [
        { at: 'Local authority', message: /lack its postal address/ },
        { at: 'Integrated care board', message: /lack its postal address/ },
      ],
    },
    {
      title: 'an address without a postcode',
      kind: 'full-inspection-report',
      text: table(COUNCIL, BOARD.with(3, 'Orchard House, Lower Sample ZX1')),
      finds: [{ at: 'Orchard House, Lower Sample ZX1', severity: 'warning', message: /no complete postcode/ }],
    },
    {
      title: 'no column for the integrated care board',
      kind: 'monitoring-inspection-report',
      text: '## Local area partnership details\n\n| Local authority |\n| --- |\n| Exampleshire County Council |\n| Marian Holloway, Director |\n| www.exampleshire.example |\n| County Hall, Lower Sample ZX1 4AB |\n',
      finds: [{ at: 'Local area partnership details', message: /no integrated care board/ }],
    },
    {
      title: 'one street with two postcodes',
      kind: 'full-inspection-report',
      text: table(COUNCIL.with(3, '2 Mill Lane<br>Lower Sample<br>ZX1 4AB'), BOARD.with(3, '2 Mill Lane<br>Lower Sample<br>ZX2 8TQ')),
      finds: [{ at: 'ZX2 8TQ', severity: 'info', message: /same street/ }],
    },
    {
      title: 'a town with the postcode of another',
      kind: 'full-inspection-report',
      text: table(COUNCIL, BOARD.with(3, 'Arndale House<br>The Mall<br>Luton<br>BL9 0EL')),
      finds: [{ at: 'BL9 0EL', severity: 'info', message: /Luton begin with LU/ }],
    },
    {
      title: 'a postcode and a website of another area',
      kind: 'full-inspection-report',
      text: `# Area SEND inspection of Suffolk Local Area Partnership\n\n${table(['Suffolk County Council', 'Marian Holloway, Director', 'www.norfolk.gov.uk', 'Endeavour House, Ipswich M32 0EL'], BOARD)}`,
      finds: [
        { at: 'www.norfolk.gov.uk', severity: 'warning', message: /Norfolk/ },
        { at: 'M32 0EL', severity: 'info', message: /begin with IP/ },
      ],
    },
  ],
};

export default examples;
