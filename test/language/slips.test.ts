import assert from 'node:assert/strict';
import { findSlips } from '../../src/language/slips.js';
import { createWinkModel } from '../../src/language/wink.js';

const model = createWinkModel();
const kindsIn = (sentence: string): string[] => findSlips(sentence, model).map(({ from, to }) => sentence.slice(from, to));
const fixed = (sentence: string): string => {
  let text = sentence;
  for (const { from, to, fix } of findSlips(sentence, model).reverse())
    if (fix !== undefined) text = text.slice(0, from) + fix + text.slice(to);
  return text;
};

/** A sentence, the words that are marked, and the sentence with the fixes. */
const SLIPS: readonly (readonly [sentence: string, marked: string, fixed?: string])[] = [
  // A verb and its subject.
  ['The effect of recent reforms are not yet clear.', 'are', 'The effect of recent reforms is not yet clear.'],
  [
    'Waits for a first appointment prevents children from getting help.',
    'prevents',
    'Waits for a first appointment prevent children from getting help.',
  ],
  ['There has lately been gains in reading.', 'has', 'There have lately been gains in reading.'],
  ['There is gaps in the offer for teenagers.', 'is', 'There are gaps in the offer for teenagers.'],
  ['Each child have a named key worker.', 'have', 'Each child has a named key worker.'],
  ['In the north of the county, the quality of plans vary.', 'vary', 'In the north of the county, the quality of plans varies.'],
  ['Leaders in the area partnership does not know this.', 'does', 'Leaders in the area partnership do not know this.'],
  ['Families who move between boroughs is left without help.', 'is', 'Families who move between boroughs are left without help.'],
  ['Leaders understand the area and has clear plans.', 'has', 'Leaders understand the area and have clear plans.'],
  ['Everyone who was asked agreed that they was heard.', 'was', 'Everyone who was asked agreed that they were heard.'],
  ['Inspectors met pupils who attends the hub.', 'attends', 'Inspectors met pupils who attend the hub.'],
  ['The number of exclusions have fallen since last year.', 'have', 'The number of exclusions has fallen since last year.'],
  // Forms of verbs.
  ['Schools should receives more guidance.', 'receives', 'Schools should receive more guidance.'],
  ['The board must ensured that plans are kept up to date.', 'ensured', 'The board must ensure that plans are kept up to date.'],
  ['The offer can accessed by every family.', 'accessed', 'The offer can be accessed by every family.'],
  ['Leaders have went further than planned.', 'went', 'Leaders have gone further than planned.'],
  ['The service has improve the way it listens.', 'improve', 'The service has improved the way it listens.'],
  ['Young people are support by trained mentors.', 'support', 'Young people are supported by trained mentors.'],
  ['The plan does not includes a date.', 'includes', 'The plan does not include a date.'],
  ['Staff meet weekly to ensures that nobody is missed.', 'ensures', 'Staff meet weekly to ensure that nobody is missed.'],
  // Small words.
  ['Teachers meet in order help pupils settle.', 'in order', 'Teachers meet in order to help pupils settle.'],
  ['The council funds a range short breaks.', 'range', 'The council funds a range of short breaks.'],
  ['Parents are able choose the setting.', 'able', 'Parents are able to choose the setting.'],
  ['This is in line the code of practice.', 'in line', 'This is in line with the code of practice.'],
  ['As result, waits have grown.', 'As result', 'As a result, waits have grown.'],
  ['Staff know the their pupils well.', 'the their'],
  ['The offer can will be widened.', 'can will'],
  // Several and one.
  ['They were matched with an appropriate carers.', 'an appropriate carers'],
  ['Every children has a plan.', 'Every children'],
  ['There are less pupils on part-time timetables.', 'less', 'There are fewer pupils on part-time timetables.'],
  ['Leaders are dealing with this concerns.', 'this', 'Leaders are dealing with these concerns.'],
  // Owners.
  ['A survey sought a child or young persons’ wishes.', 'persons’', 'A survey sought a child or young person’s wishes.'],
  ['The nurses are clear about children needs.', 'children', 'The nurses are clear about children’s needs.'],
  ['The local authoritys plan is clear.', 'authoritys'],
  ['Carer’s are offered a break.', 'Carer’s', 'Carers are offered a break.'],
  // Words taken for others.
  ['The partnership knows it’s strengths.', 'it’s', 'The partnership knows its strengths.'],
  ['Schools work with there local nurses.', 'there', 'Schools work with their local nurses.'],
  ['Their are too few therapists.', 'Their', 'There are too few therapists.'],
  ['The team helps pupils who’s needs are complex.', 'who’s', 'The team helps pupils whose needs are complex.'],
  ['Leaders share good practise across settings.', 'practise', 'Leaders share good practice across settings.'],
  ['Delays have a lasting affect on families.', 'affect', 'Delays have a lasting effect on families.'],
  ['Such delays effect their learning.', 'effect', 'Such delays affect their learning.'],
  ['The principle educational psychologist leads the team.', 'principle', 'The principal educational psychologist leads the team.'],
  ['Parents learn about it though the local offer.', 'though', 'Parents learn about it through the local offer.'],
  ['The pandemic bought about great change.', 'bought', 'The pandemic brought about great change.'],
  ['Parents and careers value the forum.', 'careers', 'Parents and carers value the forum.'],
  ['Health visitors play a key roll in this.', 'roll', 'Health visitors play a key role in this.'],
  ['The review has lead to better plans.', 'lead', 'The review has led to better plans.'],
  ['Families loose trust in the system.', 'loose', 'Families lose trust in the system.'],
  ['Waits are longer then they were.', 'then', 'Waits are longer than they were.'],
  ['Too many pupils wait to long for help.', 'to', 'Too many pupils wait too long for help.'],
  ['Parents receive clear advise about schools.', 'advise', 'Parents receive clear advice about schools.'],
  ['Much is dependant on the setting.', 'dependant', 'Much is dependent on the setting.'],
  ['Pupils benefit form expert teaching.', 'form', 'Pupils benefit from expert teaching.'],
  ['Leaders should of acted sooner.', 'of', 'Leaders should have acted sooner.'],
  ['Meetings of leaders where not held often enough.', 'where', 'Meetings of leaders were not held often enough.'],
  ['Tools are used to illicit the views of pupils.', 'illicit', 'Tools are used to elicit the views of pupils.'],
  ['Access to pubic transport is poor.', 'pubic', 'Access to public transport is poor.'],
];

const RIGHT: readonly string[] = [
  'Waits have risen from then until now.',
  'The figures from then and now show the change.',
  'The rating went from good to requires improvement.',
  'Those who are cared for receive a visit each month.',
  'The range the area has is wide, and the plans the council has are late.',
  'We help it meet its targets, and leaders saw it take shape. The plans from May 2025 are good.',
  'Guiding Principle Cards help, and they moved in to be near. Staff go in to help families.',
  'The reports are not part of this project, and this is not cause for concern.',
  'Any service that meets this will either quickly fail or ask for help.',
  'Note that services which wait are not counted, and that a handing over of cases is rare.',
  'The partnership will need more after that, and more under this plan; it can do more later.',
  'A number of children are waiting, and the majority of parents are content.',
  'The range of services is wide, and a range of services are on offer.',
  'Three years is a long time to wait.',
  'The Children in Care Council meets monthly, and child in need plans are reviewed.',
  'Edge of care staff are well led.',
  'Only recently has work begun on the strategy.',
  'If the plan were to fail, it is important that the board have another.',
  'Leaders asked that each school send its data.',
  'There is a lack of therapists and there are a number of gaps.',
  'There are a manager and two nurses in the team.',
  'Whether children thrive depends on what help they get and how soon it comes.',
  'Practice when social workers visit children is variable.',
  'Children’s services has improved.',
  'The help that families get is good, and those who need it most are seen first.',
  'One of the schools that are full has a waiting list.',
  'It was they who were asked.',
  'As few children as possible wait, and as many as can be are seen.',
  'What parents need are answers.',
  'The areas in which leaders are less sure of themselves are few.',
  'Social workers use it to good effect, and this has had an effect on practice.',
  'Therapists practise what they learn and effect change.',
  'Carers told us about careers advice, and the principal reason is a matter of principle.',
  'It is clear that its own plan has its limits, and it’s not too late to say so.',
  'They go there often; their friends are there too.',
  'Though waits are long, families feel heard throughout.',
  'The help was effective, though costly, and through no fault of theirs it ended.',
  'Schools lead the work, which is led by a lead teacher.',
  'Rather than wait, parents then went elsewhere.',
  'Staff advise families, whose plans they know.',
  'They form good relationships from the start.',
  'The place that they come from is far off, and the school is out of town.',
  'In the few cases where needed, checks were made.',
  'A weak plan was reviewed last week.',
  'Parents’ views and children’s needs are known, and what families need is clear.',
  'Give children choices and parents information.',
  'The programme helps children experience success.',
  'Parents’ evenings and a carers’ group are popular.',
  'Staff have access to training and are part of a team.',
  'Pupils have impact, need help and want to be heard.',
  'The impact that this has on children is considerable.',
  'All they can do is help.',
  'Many copy text from earlier plans.',
  'Families are dealt with in a timely way and looked after by kind staff.',
  'He came, too, and they too were heard.',
  'This helps children learn, and this means leaders know more.',
  'These plans need work; those plans work.',
  'Less experienced staff do less, and less than ten pupils left.',
  'Some children wait longer than they should to get help.',
  'Leaders do not use data as well as they must to inform decisions.',
  'Pupils from the global majority told inspectors about this.',
  'The part the forum plays is important, and leaders are aware the plan is late.',
  'The year it was built we moved.',
  'Staff have in place a clear process.',
  'Leaders are committed at every level to change.',
  'Teams that advise know the families well.',
  'A few family members came, and a few school leaders.',
  'One of the plan reviews was late, and one of the team said so.',
  'The service has a key returns policy.',
  'People differ to some extent in their needs.',
  'Pupils who make less progress then move to another class.',
  'If leaders make better plans then others will follow.',
  'They know that there some children thrive.',
  'More older people moved in, and more junior staff left.',
  'They are more eager to learn, and it is longer that way.',
  'In addition the council pays for transport.',
];

describe('slips in a sentence', () => {
  for (const [sentence, marked, right] of SLIPS) {
    it(`marks “${marked}”: ${sentence}`, () => {
      assert.deepEqual(kindsIn(sentence), [marked]);
      if (right !== undefined) assert.equal(fixed(sentence), right);
    });
    if (right !== undefined) it(`is silent: ${right}`, () => assert.deepEqual(kindsIn(right), []));
  }
  for (const sentence of RIGHT) it(`is silent: ${sentence}`, () => assert.deepEqual(kindsIn(sentence), []));
  it('takes straight apostrophes for curly ones', () => {
    for (const [sentence, marked] of SLIPS) {
      if (sentence.includes('’')) assert.deepEqual(kindsIn(sentence.replaceAll('’', "'")), [marked.replaceAll('’', "'")]);
    }
  });
  it('finds nothing in what is no English sentence', () => {
    for (const text of ['', ' ', '—', '12.', '(', '’', 'ß'.repeat(50), '“”', 'a'.repeat(3000), 'the '.repeat(300).trim()])
      findSlips(text, model);
  });
});
