/** What a careful author might put into each gap of a template, for an invented area. */
const VALUES: readonly (readonly [RegExp, string | readonly string[]])[] = [
  [/^name of local area$/, 'Exampleshire'],
  [/^name of local authority$/, 'Exampleshire County Council'],
  [/^name of integrated care board$/, 'NHS Exampleshire Integrated Care Board'],
  [/^dates of the inspection,/, '19 to 23 January 2026'],
  [/^dates of the previous inspection,/, '8 to 12 May 2017'],
  [
    /^a short description of the area/,
    'Exampleshire is a rural county with three small towns. About a third of its people live in villages.',
  ],
  [
    /^what has changed since the (?:previous|full) inspection/,
    'The executive director of children’s services took up post in September 2024.',
  ],
  [/^providers,|^which providers$/, 'two pupil referral units, a tuition service and 14 independent providers'],
  [/^which children and young people use it/, 'children and young people who are unwell or who have been excluded from school'],
  [
    /^how well children and young people’s needs are identified/,
    'Most children’s needs are identified early. Health visitors and nursery staff work well together.',
  ],
  [
    /^what children and young people experience at school/,
    'Most children and young people are taught well. Those in alternative provision often return to school.',
  ],
  [
    /^how long children and young people wait/,
    'Some children and young people wait too long for an assessment. Families can call an adviser while they wait.',
  ],
  [
    /^what children and young people’s education, health and care/,
    'Most new education, health and care (EHC) plans are clear. Annual reviews are often late.',
  ],
  [/^what children and young people experience of social care/, 'Social workers know children well, and families value short breaks.'],
  [
    /^how well young people are prepared/,
    'Young people’s preparation for adulthood is improving. More of them take up supported internships.',
  ],
  [
    /^how children and young people’s views are heard/,
    'The young people’s board meets leaders every term. Its members helped to redesign the local offer website.',
  ],
  [/^what leaders do well/, 'Leaders share one set of information and act on it, so services are improving.'],
  [
    /^how well it works, with whom/,
    'a strength of the work with Exampleshire Parent Carer Forum, and has changed where therapy appointments take place',
  ],
  [/^what works well in/, 'Practitioners in education, health and social care meet every week and agree what to do.'],
  [/^what does not work well enough, for whom/, 'Annual reviews are late for many young people, so their plans are out of date.'],
  [/^how well leaders check that it is safe/, 'improving, but leaders do not yet check every place that schools buy'],
  [/^what does not work well enough in/, 'Advice from health and social care is often too general to be useful.'],
  [
    /^what they must do$/,
    ['improve the quality of advice, so that it is specific and on time', 'shorten the time that children wait for therapy'],
  ],
  [/^what they should do$/, 'make sure that annual reviews are completed on time'],
  [/^name of the person who leads$/, ['Marian Holloway', 'Desmond Farrier']],
  [/^post, such as Director/, 'Executive Director of Children’s Services'],
  [/^post, such as Chief/, 'Chief Executive'],
  [/^website of the local authority$/, 'www.exampleshire.example'],
  [/^website of the integrated/, 'www.exampleshire-icb.example'],
  [/^building and street$/, ['County Hall, Market Square', 'Orchard House, 2 Mill Lane']],
  [/^town$/, 'Lower Sample'],
  [/^postcode$/, ['ZX1 4AB', 'ZX1 7TQ']],
  [/^name$/, ['Harriet Penrose', 'Tobias Lindqvist', 'Callum Draycott', 'Bronagh Teasel', 'Anita Merriweather', 'Winston Oakes']],
  [/^year of publication$/, '2026'],
  [/^number$/, ['1', '2']],
  [/^what happens next/, 'The next full reinspection will be in 2028.'],
  [/^what this part is about/, ['Inclusive mainstream schools', 'Joint commissioning with health']],
  [/^short name of the area/, ['Quality of advice', 'Annual reviews']],
  [/^“are taking/, 'are taking effective action'],
  [/^what leaders have done since/, 'Leaders have trained all who write advice and check a sample every month.'],
  [
    /^the difference that children, young people and families can see/,
    'Plans that inspectors judged to be good have risen from 18% to 65%.',
  ],
  [/^how co-production with/, 'Leaders designed the training in co-production with children, young people, parents and carers.'],
  [/^name of the parent carer forum$/, 'Exampleshire Parent Carer Forum'],
  [/^name of the young people’s group$/, 'Count Me In'],
  [/^first day of the plan$/, '22 April 2026'],
  [/^last day of the plan$/, '30 March 2029'],
  [/^date on which the final report/, '12 March 2026'],
  [/^link to the inspection report$/, '[Exampleshire inspection report](https://www.exampleshire.example/report)'],
  [/^the outcome of the inspection/, 'that our arrangements lead to inconsistent experiences'],
  [/^the words of the area/, ['Leaders should improve the quality of advice.', 'Leaders should complete annual reviews on time.']],
  [/^what will be better/, 'children and young people will get the right help sooner'],
  [/^action$/, ['Train everyone who writes advice.', 'Appoint eight officers for annual reviews.', 'Check a sample of plans every month.']],
  [/^post$/, 'Head of Assessment'],
  [/^start date$/, '1 June 2026'],
  [/^due date$/, '30 June 2027'],
  [/^what will be measured$/, 'Plans that are judged to be good'],
  [/^number and date$/, ['41% in January 2026', '80% by 30 June 2027']],
  [/^how the partnership finds out/, 'asking families each spring what they need'],
  [/^what is monitored/, 'attendance every week and progress every half term'],
  [/^name of the board$/, 'the SEND and Inclusion Board'],
  [/^how often$/, 'every term'],
  [/^dates$/, '25 February 2026'],
  [/^how they took part$/, 'wrote parts of the plan with us at a workshop'],
  [/^what they said$/, 'that planning starts too late'],
  [/^what changed$/, 'the date of the first meeting to Year 9'],
  [/^which organisations/, 'both organisations, schools and Exampleshire Parent Carer Forum'],
  [/^how often, for/, 'two months'],
  [/^what happens, and who/, 'the lead writes to the chair, and the board decides what to do'],
  [/^date of signature$/, '15 April 2026'],
  [/^link to the easy read/, '[easy read version of this plan](https://www.exampleshire.example/easy-read)'],
  [/^link to the version for/, '[version for children and young people](https://www.exampleshire.example/for-young-people)'],
  [/^telephone number$/, '01632 960101'],
  [/^email address/, 'localoffer@exampleshire.example'],
  [/^name and postal address/, 'the Local Offer Team, County Hall, Market Square, Lower Sample'],
  [/^date of publication$/, '22 April 2026'],
  [/^date of submission$/, '20 April 2026'],
  [/^link to the local offer$/, '[Exampleshire local offer](https://www.exampleshire.example/local-offer)'],
  [/^date of the next review$/, '22 April 2027'],
  [/^word$/, 'Target'],
  [/^what it means$/, 'Where we want to be by a date.'],
  [/^short name of the action$/, ['Training', 'Annual reviews', 'Checks']],
  [/^what things are like now$/, 'Advice is late or missing in many plans.'],
  [/^date of the meeting$/, '11 June 2026'],
  [/^what has changed in the area/, 'A new director started in September 2025.'],
  [/^progress with each/, 'The share of plans that are judged to be good rose from 41% to 58%.'],
  [/^how alternative provision is/, 'The council has added two providers of alternative provision, and it visits each of them every term.'],
  [
    /^what children, young people, parents and carers say/,
    'Parents and carers said that letters were hard to read. The council has written new ones with them.',
  ],
  [/^what may go wrong/, 'Requests for assessment may rise faster than the number of practitioners.'],
  [/^date of the next meeting$/, '10 June 2027'],
];

/** The text with every gap filled; several values for one kind of gap are used in turn. Throws at a gap that nobody has thought of. */
export function fill(text: string): string {
  const used = new Map<RegExp, number>();
  return text.replace(/\[insert ([^\]]*)\]/g, (gap: string, what: string) => {
    const entry = VALUES.find(([pattern]) => pattern.test(what));
    if (!entry) throw new Error(`No value for ${gap}`);
    const [pattern, value] = entry;
    if (typeof value === 'string') return value;
    const turn = used.get(pattern) ?? 0;
    used.set(pattern, turn + 1);
    return value[turn % value.length]!;
  });
}
