import type { RuleExamples } from '../rule.js';

/** Further examples of the rule, for the tests. */
const examples: RuleExamples = {
  valid: [
    {
      title: 'boards that sound alike, and former groups',
      kind: 'full-inspection-report',
      text: '# Area SEND inspection of Sample Local Area Partnership\n\nInspection dates: 11 to 15 March 2024\n\nNHS North East London ICB and NHS North West London ICB share a service. It was run by NHS Draft & Vale CCG.\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| London Borough of Sample | NHS North East London ICB<br>NHS Draft and Vale ICB |\n',
    },
    {
      title: 'lists of places',
      kind: 'full-inspection-report',
      text: '# Area SEND inspection of Draft and Vale Local Area Partnership\n\nFamilies in Draft, Vale and Sample Regis wait longest.\n',
    },
    {
      title: 'a board with “NHS” in its name',
      kind: 'full-inspection-report',
      text: 'Draft and Vale NHS Integrated Care Board (ICB) pays. Draft and Vale ICB and NHS Draft and Vale ICB are short for Draft and Vale NHS ICB.\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| Exampleshire County Council | Draft and Vale NHS Integrated Care Board |\n',
    },
    {
      title: 'a board that has taken the place of others',
      kind: 'full-inspection-report',
      text: '# Area SEND inspection of Brent Local Area Partnership\n\nInspection dates: 15 to 19 June 2026\n\nNHS West and North London ICB replaced NHS North West London ICB. In 2025, NHS North West London ICB paid for a review. NHS North West London commissioned it.\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| Brent Council | NHS West and North London Integrated Care Board |\n',
    },
    {
      title: 'a board that was there at the time of the document',
      kind: 'full-inspection-report',
      text: '# Area SEND inspection of East Sussex Local Area Partnership\n\nInspection dates: 11 to 15 November 2024\n\nNHS Sussex ICB leads.\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| East Sussex County Council | NHS Sussex Integrated Care Board |\n',
      today: '2026-11-26',
    },
    {
      title: 'versions of a plan',
      kind: 'strategic-plan',
      text: '# East Sussex SEND strategic plan\n\nNHS Surrey and Sussex ICB leads.\n\n| Version | Date | Agreed by |\n| --- | --- | --- |\n| 1 | 3 March 2025 | NHS Sussex ICB |\n',
      today: '2026-11-26',
    },
    {
      title: 'a board that a configuration file gives',
      kind: 'strategic-plan',
      text: '# Exampleshire SEND strategic plan\n\nNHS Moor and Coast ICB leads. It took over from NHS Devon ICB.\n',
      today: '2027-06-01',
      settings: {
        bodies: [
          {
            name: 'NHS Devon Integrated Care Board',
            kind: 'integrated-care-board',
            to: '2027-03-31',
            successors: ['NHS Moor and Coast ICB'],
          },
          { name: 'NHS Moor and Coast ICB', kind: 'integrated-care-board', from: '2027-04-01', areas: ['Devon', 'Plymouth', 'Torbay'] },
        ],
      },
    },
    {
      title: 'a plan with one name',
      kind: 'strategic-plan',
      text: '# Exampleshire SEND strategic plan\n\nNHS Exampleshire and Vale ICB pays. The lead is NHS Exampleshire and Vale Integrated Care Board.\n',
    },
  ],
  invalid: [
    {
      title: 'a board that had ended',
      kind: 'strategic-plan',
      text: '# East Sussex SEND strategic plan\n\nNHS Sussex ICB pays for therapies.\n\n| Action | Lead |\n| --- | --- |\n| Recruit therapists | Head of Commissioning, NHS Sussex Integrated Care Board |\n',
      today: '2026-11-26',
      finds: [
        {
          at: 'Sussex ICB',
          message:
            /NHS Sussex Integrated Care Board ended on 31 March 2026; since 1 April 2026 it is NHS Surrey and Sussex Integrated Care Board\..*1 more place/,
        },
      ],
    },
    {
      title: 'a council that had ended',
      kind: 'full-inspection-report',
      text: '# Area SEND inspection of West Surrey Local Area Partnership\n\nInspection dates: 10 to 14 May 2027\n\nSurrey County Council plans school places. It was formed in 1889.\n',
      today: '2027-08-01',
      finds: [
        {
          at: 'Surrey County Council',
          message: /ended on 31 March 2027; since 1 April 2027 they are East Surrey Council and West Surrey Council/,
        },
      ],
    },
    {
      title: 'the wrong name in the details and the right one in the text',
      kind: 'full-inspection-report',
      text: '# Area SEND inspection of Cornwall Local Area Partnership\n\nInspection dates: 11 to 15 March 2024\n\nNHS Cornwall and the Isles of Scilly Integrated Care Board (ICB) plans. In 2022 Cornwall and Isles of Scilly ICB took over.\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| Cornwall Council | Cornwall and Isles of Scilly ICB |\n',
      finds: [{ at: 'Cornwall and Isles of Scilly ICB', message: /by law/ }],
      fixed:
        '# Area SEND inspection of Cornwall Local Area Partnership\n\nInspection dates: 11 to 15 March 2024\n\nNHS Cornwall and the Isles of Scilly Integrated Care Board (ICB) plans. In 2022 Cornwall and the Isles of Scilly ICB took over.\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| Cornwall Council | Cornwall and the Isles of Scilly ICB |\n',
    },
    {
      title: 'the wrong name of the council in the details and the right one in the text',
      kind: 'full-inspection-report',
      text: '# Area SEND inspection of Trafford Local Area Partnership\n\nInspection dates: 11 to 15 March 2024\n\nTrafford Metropolitan Borough Council plans school places.\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| Traford Metropolitan Borough Council | NHS Greater Manchester Integrated Care Board |\n',
      finds: [{ at: 'Traford Metropolitan Borough Council', message: /“Trafford Metropolitan Borough Council” by law/ }],
      fixed:
        '# Area SEND inspection of Trafford Local Area Partnership\n\nInspection dates: 11 to 15 March 2024\n\nTrafford Metropolitan Borough Council plans school places.\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| Trafford Metropolitan Borough Council | NHS Greater Manchester Integrated Care Board |\n',
    },
    {
      title: 'a council of another sort',
      kind: 'full-inspection-report',
      text: '# Area SEND inspection of Devon Local Area Partnership\n\nInspection dates: 11 to 15 March 2024\n\nText.\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| Devon City Council | NHS Devon Integrated Care Board |\n',
      finds: [{ at: 'Devon City Council', message: /no city council/ }],
      fixed:
        '# Area SEND inspection of Devon Local Area Partnership\n\nInspection dates: 11 to 15 March 2024\n\nText.\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| Devon County Council | NHS Devon Integrated Care Board |\n',
    },
    {
      title: 'a board of other areas in the details',
      kind: 'full-inspection-report',
      text: '# Area SEND inspection of East Sussex Local Area Partnership\n\nInspection dates: 11 to 15 November 2024\n\nText.\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| East Sussex County Council | NHS Kent and Medway Integrated Care Board |\n',
      finds: [
        {
          at: 'NHS Kent and Medway Integrated Care Board',
          message: /covers other areas.*East Sussex has NHS Sussex Integrated Care Board/,
        },
      ],
    },
    {
      title: 'a dropped word and a misspelt one',
      kind: 'full-inspection-report',
      text: 'North Draftland ICB and NHS North Central Draftlend ICB meet.\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| Exampleshire County Council | NHS North Central Draftland ICB |\n',
      finds: [{ at: 'North Draftland ICB' }, { at: 'North Central Draftlend ICB' }],
      fixed:
        'North Central Draftland ICB and NHS North Central Draftland ICB meet.\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| Exampleshire County Council | NHS North Central Draftland ICB |\n',
    },
    {
      title: 'the council and the area',
      kind: 'full-inspection-report',
      text: '# Area SEND inspection of Draft and Vale Local Area Partnership\n\nDraft & Vale Borough Council and Draft and Vale City Council serve children in Draft & Vale.\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| Draft and Vale Borough Council | NHS Sample ICB |\n',
      finds: [{ at: 'Draft & Vale Borough Council' }, { at: 'Draft and Vale City Council' }, { at: 'Draft & Vale' }],
      fixed:
        '# Area SEND inspection of Draft and Vale Local Area Partnership\n\nDraft and Vale Borough Council and Draft and Vale Borough Council serve children in Draft and Vale.\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| Draft and Vale Borough Council | NHS Sample ICB |\n',
    },
    {
      title: 'a title that stands alone',
      kind: 'full-inspection-report',
      text: '# Area SEND inspection of Draft & Vale Local Area Partnership\n\nChildren in Draft and Vale do well. Leaders in Draft and Vale listen.\n',
      finds: [{ at: 'Draft & Vale', message: /everywhere but in the title/ }],
      fixed:
        '# Area SEND inspection of Draft and Vale Local Area Partnership\n\nChildren in Draft and Vale do well. Leaders in Draft and Vale listen.\n',
    },
    {
      title: 'a board with “NHS” in its name, joined otherwise',
      kind: 'full-inspection-report',
      text: 'Draft & Vale NHS Integrated Care Board pays. NHS Draft & Vale ICB leads.\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| Exampleshire County Council | Draft and Vale NHS Integrated Care Board |\n',
      finds: [{ at: 'Draft & Vale NHS Integrated Care Board' }, { at: 'Draft & Vale ICB' }],
      fixed:
        'Draft and Vale NHS Integrated Care Board pays. NHS Draft and Vale ICB leads.\n\n## Local area partnership details\n\n| Local authority | Integrated care board |\n| --- | --- |\n| Exampleshire County Council | Draft and Vale NHS Integrated Care Board |\n',
    },
    {
      title: 'a plan without a details table',
      kind: 'strategic-plan',
      text: '# Exampleshire SEND strategic plan\n\nNHS Draft and Vale ICB pays. NHS Draft and Vale ICB leads. NHS Draft & Vale Integrated Care Board signs.\n',
      finds: [{ at: 'Draft & Vale Integrated Care Board', message: /elsewhere/ }],
      fixed:
        '# Exampleshire SEND strategic plan\n\nNHS Draft and Vale ICB pays. NHS Draft and Vale ICB leads. NHS Draft and Vale Integrated Care Board signs.\n',
    },
  ],
};

export default examples;
