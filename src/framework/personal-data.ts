import { z } from './zod.js';
import { SOURCES, cite, sourceSchema } from './sources.js';

/*
 * What tells a person’s own address from an organisation’s, and a child’s name from other words.
 * Lists for recognition, not records of anybody: common knowledge, kept broad on purpose.
 */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const PERSONAL_DATA_SOURCE = cite(
  SOURCES.dataProtection,
  'articles 5(1)(c) and 5(1)(f): no more than is necessary, and kept secure',
);

/** Providers of private mailboxes: a domain, or its beginning when it ends with a dot. */
export const PRIVATE_MAIL_DOMAINS = words(`
  gmail.com googlemail.com hotmail. outlook.com outlook.co.uk live. msn.com yahoo. ymail.com rocketmail.com icloud.com me.com mac.com aol. btinternet.com
  btopenworld.com sky.com talktalk.net virginmedia.com virgin.net ntlworld.com blueyonder.co.uk protonmail. proton.me pm.me gmx. mail.com tiscali.co.uk plus.com
  o2.co.uk zoho.com fastmail. tutanota.com yandex. hey.com`);

/** Words in the first part of an address that belong to a team, a service or a group, not to a person. Whole words. */
export const MAILBOX_WORDS = words(`
  access accessibility accounts admin administration advice advisory afi alternative ambassadors annual appeals area assessment assessments assistant autism board
  booking bookings breaks bulletin business cafe camhs care carer carers casework cdc centre child children childrens chair clerk college comms communication
  communications community complaints consultation consultations contact contactus corporate council cqc customer data dco democratic designated dpo dpa
  duty early easyread education ehc ehcp ehcps engagement enquiries enquiry equality events families family feedback finance foi forum front gdpr general governance
  group hall head health healthwatch hello help helpdesk helpline hq hr hub hubs iass icb improvement inbox inclusion inclusive info information inspection inspections
  integrated it jobs legal library link local localoffer mail mailbox manager marketing media mediation meetings neurodiversity network news newsletter nhs noreply
  nursery office officer ofsted online opinion outreach pals panel parent parentcarer parentcarers parents participation partnership partnerships pcf pcp phoenix
  plan planning plans policy portage postbox postmaster practice press privacy project psi psychology public pupil quality reception recruitment referral referrals
  reply reports research review reviews safeguarding sales school schools secretary sen senco send sendiass sendpartnership sendteam sensory service services short
  social speech sport staff strategy studio support survey team teams therapies therapy together training transition transport travel trust unit voice voices
  volunteer volunteers webmaster welfare work young youngpeople youth youthvoice`);

/** Beginnings or parts that show the same in a word written together (“exampleshirepcf”, “localofferteam”). */
export const MAILBOX_PARTS = words(
  'admin enquir forum info iass localoffer offer pcf parent carer team service support council inclusion famil children youth school help consult feedback complaint contact access commission health educat partnership network office',
);

/** Words for groups and things that can stand before an age without naming anybody. */
export const NOT_NAMES = words(`
  adolescents adults all any anyone applicants babies baby boy boys brothers candidates carer carers child children clients everyone families family female females girl girls
  infant infants kid kids learner learners male males member members men minor minors most one ones parent parents participants patient patients people person persons pupil
  pupils respondents school schoolchildren schools siblings sisters some somebody someone son sons daughter daughters student students teenager teenagers teens those toddlers
  tweens user users women young youngsters youth youths plan plans service services support year years key stage age aged ages send sen ehc ap provision team teams group groups nursery reception portage preschool primary secondary college sixth form
  the this that these our their his her my in at for from when if each every no new many both two three four five while since after before then there
  centre club camp course programme level placement place pathway clinic unit academy panel board forum pre-school`);

/** Given names that are common in England, in small letters; enough to know a name when nothing else tells. */
export const GIVEN_NAMES = words(`
  aaliyah aaron abbie abdul abdullah abigail adam adele adrian ahmed aidan aiden aimee aisha alan albert alex alexander alexandra alexis alfie alfred ali alice alicia alisha
  alison aliyah allison amanda amara amber amelia amelie amina amir amira amy ana andrea andrew andy angela angus anika anisa anita ann anna annabel annabelle anne annie anthony
  antonia anya april arabella aria ariana archie arjun arlo arthur asha ashley asif athena aurora ava ayaan ayesha barbara barnaby beatrice beau becky bella ben benjamin bernadette
  beth bethany betty beverley bilal bill billy blake bobby bonnie bradley brandon brenda brian bridget bronagh caitlin caleb callum calvin cameron cara carl carla carly carmen
  carol caroline carolyn carrie catherine cathy cecilia celia chantelle charlie charles charlotte chelsea cheryl chloe chris christian christina christine christopher ciara
  claire clara clare clive colin connor conor courtney craig cynthia daisy dale damian daniel daniella danielle danny darcey darcy daren darren dave david dawn dean debbie deborah
  declan delilah denise dennis derek dermot desmond dexter diana diane dominic donald donna doris dorothy douglas duncan dylan eddie edith edmund edward eileen elaine eleanor
  elena eli eliana elias elijah eliza elizabeth ella elle ellen ellie elliot elliott elsa elsie emilia emily emma emmanuel eric erin esme esmae ethan eva evan eve evelyn evie
  ezra faith farah fatima felix felicity fergus finlay finley finn fiona florence frances francesca francis frank frankie fraser freddie frederick freya gabriel gabriella gareth
  gary gavin gemma geoff geoffrey george georgia georgie georgina gerald geraldine gianna gillian glen glenn gloria gordon grace graham grant greg gregory gwen hamza hanna hannah
  harley harper harriet harris harrison harry harvey hashim hassan hayley hazel heather hector heidi helen helena henry hilary holly hollie howard hudson hugh hugo hussain ian
  ibrahim ida ifra imogen imran india indie ines irene iris isaac isabel isabella isabelle isha isla ismail isobel ivan ivy jack jackie jackson jacob jacqueline jade jaden jake
  jamal james jamie jan jane janet janice jasmin jasmine jason jasper jaxon jay jayden jean jeanette jeff jeffrey jemima jemma jennifer jenny jenson jeremy jerome jess jesse jessica
  jill jim jimmy joan joanna joanne jodie joe joel john johnny jonah jonathan jordan joseph josephine josh joshua josie joyce juan jude judith judy julia julian julie juliet june
  justin kai kamran karen karim karl kate katherine kathleen kathryn kathy katie katy kayla kayleigh keira keith kelly kelsey ken kenneth kerry kevin khadija khalid kian kieran
  kiera kieron kim kimberley kirsten kirsty krish kyle kyra lacey laila lara laura lauren laurence layla leah leanne lee leigh lena leo leon leonard leonie leslie lesley lewis
  lexi liam lila lillian lilly lily lilah linda lindsay lindsey lisa liz lola lorna lorraine lottie louie louis louisa louise luca lucas lucia lucinda lucy luke luna lydia lyla
  lynn lynne mabel maddison madeleine madison maeve maisie malcolm malik mandy marcus margaret margot maria mariam marie marina mario marion marjorie mark marlon marsha martha martin
  martina mary maryam mason mateo matilda matt matthew maureen maurice max maximilian maya megan mehmet mel melanie melissa mia michael michaela michelle miguel mike mila miles milly
  millie milo miriam mohamed mohammad mohammed moira molly mollie monica morgan muhammad musa mustafa myles myra nadia nadine nancy naomi natalia natalie natasha nathan nathaniel neil
  niamh nicholas nick nicola nicole nigel nina noah noel noor nora norman nusrat oakley olive oliver olivia ollie omar orla oscar oskar otis otto owen paige pamela patricia patrick
  paul paula pauline penelope penny percy peter phil philip philippa phillip phoebe pippa polly poppy priya quentin quinn rachael rachel ralph rahul raheem raj rania ray raymond rebecca
  reece reggie reuben rhiannon rhys ria richard riley rishi rita robert robin robyn rod roger rohan roman ronald ronnie rory rosa rosalind rosanna rose roseanna rosemary rosie ross
  rowan roy ruby rupert russell ruth ryan sabrina sadie saffron safiya sally salma sam samantha samir samira samuel sandra sanjay sara sarah sasha saskia scarlett scott sean sebastian
  selina seth shane shannon sharon shaun shauna sheila shelley shirley sian sienna silas simon simone skye sofia sonia sonny sophia sophie spencer stacey stanley stella stephanie stephen
  steve steven stewart stuart sue summer susan susanna susie suzanne sylvia tabitha taiwo talia tamara tamsin tania tanya tara tariq taylor ted teddy teresa terence terry tessa thea
  theo theodore theresa thomas tia tiffany tilly tim timothy tina toby tobias tom tommy toni tony tracey tracy trevor tristan tyler umar una ursula valerie vanessa vera veronica victor
  victoria vikram vincent violet vivian vivienne wayne wendy wesley wilfred will william willow winifred winston xander yahya yasin yasmin yasmine yusuf yvonne zach zachary zac zack zahra
  zain zainab zak zane zara zayn zoe zoya`);

/** Given names that are as often something else: a month, a verb, a place, a virtue. Alone they name nobody. */
export const AMBIGUOUS_NAMES = words(
  'april june may will mark grace faith summer dawn dean grant rose ivy art bill jay ray lee dale glen rod max drew hope joy sky skye india jordan georgia victoria florence lincoln chelsea kent sue pat penny harper hazel heather holly jade jasmine lily olive poppy rowan ruby violet willow heath aurora ida isha sally',
);

/** How many children are few enough that naming their setting can point at them. A setting may be smaller than people think, so the usual threshold of official statistics is kept. */
export const DISCLOSURE_THRESHOLD = {
  fewerThan: 5,
  source: {
    title: 'Statistical disclosure control in education statistics: counts below 5 are commonly suppressed',
    confidence: 'recalled',
  },
} as const;

const list = z.array(z.string().regex(/^[a-z.\d-]+$/)).min(5);
export const personalDataSchema = z.strictObject({
  privateMailDomains: list,
  mailboxWords: list,
  mailboxParts: list,
  notNames: list,
  givenNames: list,
  ambiguousNames: list,
  threshold: z.strictObject({ fewerThan: z.number().int().positive(), source: sourceSchema }),
});
