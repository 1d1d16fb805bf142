/*
 * Counts which words stand beside each other in published reports, for src/language/field-words.json: `npm run field-words -- FOLDER…`.
 * The reports are Crown copyright under the Open Government Licence v3.0; the table holds pairs of words that stand in two places at
 * least, and no text.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import './generate/sources.mjs';
import { readCore } from '../src/language/_core.js';
import { fieldWord } from '../src/language/_field.js';
import { POS } from '../src/language/model.js';
import { TaggedSentence } from '../src/language/sentence.js';
import { createWinkModel } from '../src/language/wink.js';

const { openDocument, sentencesOf } = await import('../src/document/index.js');

const folders = process.argv.slice(2);
if (folders.length === 0) {
  console.error('field-words: name folders of Markdown reports');
  process.exit(2);
}
const model = createWinkModel();
const words = new Map<string, number>();
const pairs = new Map<string, Map<string, number>>();

function count(sentence: string): void {
  const s = new TaggedSentence(sentence, model);
  let before = '<';
  const pair = (word: string): void => {
    let after = pairs.get(before);
    if (!after) pairs.set(before, (after = new Map<string, number>()));
    after.set(word, (after.get(word) ?? 0) + 1);
    before = word;
  };
  s.tokens.forEach((_, at) => {
    const word = fieldWord(s, at);
    words.set(word, (words.get(word) ?? 0) + 1);
    pair(word);
  });
  if (before !== '>') pair('>');
}

for (const folder of folders)
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.md') || name === 'README.md') continue;
    const document = openDocument(readFileSync(join(folder, name), 'utf8'), { kind: 'full-inspection-report' });
    for (const { prose } of document.prose)
      if (prose.kind !== 'heading' && prose.kind !== 'header-cell') for (const { text } of sentencesOf(prose)) count(text);
  }

/** How often a word must stand in the reports for another to be taken for it. */
const OFTEN = 40;
/** How often a pair must. */
const TWICE = 2;

/** Words that reports may well have one day, though these have none. */
const ORDINARY = new Set(
  `aboard abort ace adaption advises advisors analyses analysts anew apt arc arenas arm arms assets attendee auction auctions awake axe axes baked
  ball band bark bat bath beach beard beat bed bees beer belt bent beset bet biased bits bitter blow boar boat border booth bother bothers bought
  bound box branch bread brisk bud bug bus bust butter cab cable cafe cafes cage cake cakes cant cap card cares cart cast cat cave cease challenger
  challengers charge charged charger charges charging charm chase cheated cheeks chef chili chore chose clean cleanly clone closet coat code coin cold colder
  comb comet con concerts cone consistence convent cop corn cosy cot count cove cover cow crease cross cry cure cured dairy dare daring deal dear decay
  dearly despise desk detained dial die died dies dine dish dive dock doll dome donor door dose doses doubt dozen dream drone drove duel duet dull dusty dwell
  dye ear earn earning ears ease east echo eligible endures especial eternal evert expended expensive explode explorer fable face facts fan fare farm farther fast fat
  fate fear fears fee feet fend fiend fight fine fir fire firm fish fist fit fits flat flew flow fog folder folly fond font foot force ford fork fort fortune fox
  free freer fright frog fuel full fun fur fuse gain game gap garden gas gate gather gay gear gel gift gold golden gown grade grain grant grey grin grow guide gut
  gym half hall hand handed hands hang hanging hard hare hat hate haven hay heap heat heating heaven heavy hedge heel hell helm hen herd hero hide high hill hit
  hits hobby honest hook hope hopes horse hose host hot hug human hung hunt hurt hut ill impart infirm insects jam job joint jump keen key kick killed kit kits
  knee knew knob knot label lace lake land lane lap laps lash lawn leaf leak leaks leap lease lend lender lends lens lesson let lever lick lid lie lies lift liked
  limb lime limit line lined linen lines ling link lion lip lit liver load loads loaf loan lobby local lock locked loft log logger lone lord lost lot lots loud
  love loved lover lovely loyal luck lunch lung machine mad mail male males mall man mane mark marked market mast mat match mate mates mayor meal meals measure meat meats
  medal melt merge merging mess metal mice mile miles milk mill mine mint mist mix mock modal mode modem modes moist mole moon moot mop more moss motel motion mouse
  mouth mouths move mover movie mown mud mug muse nail nap near neat neck nerve nest net nets news nice nine noise non none noon nor nose nurse nut oak oar oat odd
  olive onion onset orange ours oust oval oven owe owl own oxen pace pack page pages paid pain paint pair palace pale palm pan pane pants par pat patent patents
  pause peak pear pearl pen penny per perform person persona pet pets pie pier pig pile pill pin pine pink pint pipe pit pits pity place plain plane-tree plank plate
  plates plead plot plug poem poet point polite poll pond pool poor pop pope porch port pose post pot pour precious presidential preview previewing previews prevision
  price pride prime print prints prize processional profess programmer promoter protest protested prowess pub puck pull pump punch pupil pure purse push race rack raft
  rag rail rain rainy ramp ran range ranged ranks rare rat rate raw ray reap rear recall receiver recognize recognized reed reel regain regains regal rein relay rent rents repent
  resent resort resorts rest retort rewording rib rice rich ride riding ring ripe rise risen rite river road roar rob robe rock rod role-play roof room rooms root rope
  rose rot row royal rub rude rug ruin rule ruled rules run rung rush rust sack sad sage sail sale sales salt same sand sang sank sauce save saved saw scale scan scar
  scare scared scary scene scent score scout scrap sea seal seat seats sect seed seek seem selectively sell send sense sensitise sensor sermon serve set sew sewn sex shade shake shall
  shame shape share shark shave shed sheep sheet shelf shell shine ship shirt shock shoe shoes shoot shop shops shore shot shout shove shower shred shut shy sick sigh sigh
  sign silk silly sing single sink sip sir sister sit six ski skin skip sky slack slave sleep slice slide slim slip slot slow smart smell smile smoke snack snail snake
  snow soap sock soft soften sold sole solid solo sore sort soul soup sour south sow spare spark speak spear specialise specialism speck speed spell spend spill spin spit split
  spoken spoon sport spot spray spread spring sprint spy stab stable stack stage stain stair stake stale stamp star stare stared starring starry stars starve starving state station
  stay steal steam steel steep stem stems step stern stew stick stiff still sting stir stock stole stone stool stop store storm stove straw stray stream stream strike string stringer
  strip stroke stroll strong subscriber such suck sudden suit sum summer sun surf swap swear sweat sweep sweet swell swim swing sword tag tail tale talent talk tall tame tank tap
  tape tapes target task taste tasting tax taxes taxi tea teach tear tears tease teen teeth tell temper temple tend tent term test thanks thaw theatre thick thief thigh thin thirst thread
  threw throat throne throw thrust thumb tick ticket tide tidy tie tied ties tiger tight tile tiles till tilt timber tin tiny tip tips tire tired toad toast toe toilet token told toll
  tomb tone tongue tooth top torch toss total touch tough tour tower town toxic toy toys trace tracks tract trade trailing train tram tramp tranquil trap trash tray treasure treat tree
  trees tremble trench trial tribe trick tricks trip troop trot troubled truck trucks true trunk truth tub tube tug tune turn twice twig twin twist type tyre ugly uncle unfit unit untidy
  untie upper urge user users vain vale valley valve van vary vase vast veil verb verbs verse very vest vet victim view vine visa vocal voter vow vowel wade wage wages wagon wail waist wake
  walk wall walls wander want war ward ware-house warm warn wars wart wary wash waste wasting watch watched water wave waves wavy wax wealth weapon wear weather web wed weed weep weigh weld welfare
  west wet whale wheat wheel whip whisper white wide widow width wife wild wind window windy wine wing wink winner winter wipe wire wired wise wish wit wives wolf woman wood wool wore worm worn
  worry worse worst worth wound wrap wreck wrist write writer writers wrong yard yarn year yell yellow yes yet yield young youth zero zone`.split(
    /\s+/,
  ),
);

const often = [...words].filter(([word, times]) => /^[a-z]{3,}$/.test(word) && times >= OFTEN).map(([word]) => word);

/** Each word with one letter left out, to find those that differ in one. */
const without = (word: string): string[] => [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))];
const byPart = new Map<string, string[]>();
for (const word of often)
  for (const part of new Set(without(word))) {
    const known = byPart.get(part);
    if (known) known.push(word);
    else byPart.set(part, [word]);
  }

/** Whether one letter is changed, missing, too many, or changed places with the next. */
function isOneSlip(one: string, other: string): boolean {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const [a, b] = [one.slice(at), other.slice(at)];
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1) || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
}

const stem = (word: string): string => word.replace(/(?:ies|es|s|ed|ing|d|y|ly|er|r)$/, '');
const OPEN = POS.NOUN | POS.VERB | POS.ADJ | POS.ADV;
const strangers: Record<string, string> = {};
for (const word of Object.keys(readCore().features.lexeme.hash).sort()) {
  if (!/^[a-z]{2,}$/.test(word) || words.has(word) || ORDINARY.has(word) || (model.classes(word) & OPEN) === 0) continue;
  const near = new Set(without(word).flatMap((part) => byPart.get(part) ?? []));
  const meant = [...near].filter((other) => isOneSlip(word, other) && stem(other) !== stem(word));
  if (meant.length > 0) strangers[word] = meant.sort((a, b) => words.get(b)! - words.get(a)!).join(' ');
}

const after: Record<string, string> = {};
for (const word of [...pairs.keys()].sort()) {
  const kept = [...pairs.get(word)!].filter(([, times]) => times >= TWICE).map(([next]) => next);
  if (kept.length > 0) after[word] = kept.sort().join(' ');
}
writeFileSync(new URL('../src/language/field-words.json', import.meta.url), `${JSON.stringify({ after, strangers }, null, 2)}\n`);
console.log(`${Object.keys(after).length} words with those after them, ${Object.keys(strangers).length} strangers`);
