/** Invented data of every kind, each beside the words that people write it with: a phrase that may stand in a sentence, and what of it is personal. */
export interface PlantedKind {
  readonly kind: string;
  readonly phrase: string;
  readonly secrets: readonly string[];
}

export const KINDS: readonly PlantedKind[] = [
  { kind: 'NHS number', phrase: 'NHS number 010 514 1232', secrets: ['010 514 1232'] },
  { kind: 'NHS number with dots', phrase: 'NHS number 120.509.4563', secrets: ['120.509.4563'] },
  { kind: 'NHS number in full-width digits', phrase: 'NHS number １５０６１２３３４１', secrets: ['１５０６１２３３４１', '1506123341'] },
  { kind: 'CHI number', phrase: 'CHI number 2311035568', secrets: ['2311035568'] },
  { kind: 'unique learner number', phrase: 'ULN 5123456782', secrets: ['5123456782'] },
  { kind: 'unique pupil number', phrase: 'UPN Q803200112345', secrets: ['Q803200112345'] },
  { kind: 'temporary pupil number', phrase: 'UPN W92030011234A', secrets: ['W92030011234A'] },
  { kind: 'National Insurance number', phrase: 'National Insurance number JG 10 37 59 A', secrets: ['JG 10 37 59 A'] },
  { kind: 'passport', phrase: 'passport number 533401372', secrets: ['533401372'] },
  { kind: 'driving licence', phrase: 'driving licence QUILL657054SM9IJ', secrets: ['QUILL657054SM9IJ'] },
  { kind: 'telephone at home', phrase: 'home telephone 01632 960987', secrets: ['01632 960987'] },
  { kind: 'mobile number', phrase: 'mobile 07700 900461', secrets: ['07700 900461'] },
  { kind: 'mobile number from abroad', phrase: 'mobile +44 7700 900 462', secrets: ['7700 900 462'] },
  { kind: 'bank account', phrase: 'sort code 20-41-63, account number 73519246', secrets: ['20-41-63', '73519246'] },
  { kind: 'private mailbox', phrase: 'e-mail aurelia.quillfeather@gmail.com', secrets: ['aurelia.quillfeather@gmail.com'] },
  { kind: 'mailbox written with %40', phrase: 'e-mail ottoline.marchbanks%40outlook.com', secrets: ['ottoline.marchbanks', 'outlook.com'] },
  { kind: 'mailbox in words', phrase: 'e-mail leopold.hartigan (at) gmail.com', secrets: ['leopold.hartigan'] },
  { kind: 'mailbox of an officer', phrase: 'e-mail emma.wrenfield@exampleshire.example', secrets: ['emma.wrenfield'] },
  { kind: 'reference of a case', phrase: 'EHCP-77123', secrets: ['77123'] },
  { kind: 'date of birth', phrase: 'date of birth 12 May 2014', secrets: ['12 May 2014', '2014-05-12', '12/05/2014'] },
  { kind: 'date of birth in figures', phrase: 'DOB: 03/09/2013', secrets: ['03/09/2013', '3 September 2013', '2013-09-03'] },
  { kind: 'home', phrase: 'the family lives at 14 Acacia Avenue, Exampleton ZX9 9QQ', secrets: ['14 Acacia Avenue', 'ZX9 9QQ'] },
  { kind: 'number in a web address', phrase: '[record](https://records.example/p?nhs=6123456784)', secrets: ['6123456784'] },
  { kind: 'address of a link', phrase: '[her mum](mailto:dorothea.vexley@icloud.com)', secrets: ['dorothea.vexley'] },
  { kind: 'child’s name', phrase: 'a boy called Zayd', secrets: ['Zayd'] },
  { kind: 'child’s name with a hyphen', phrase: 'Amira-Rose (aged 9)', secrets: ['Amira-Rose'] },
  { kind: 'child’s name with an apostrophe', phrase: 'a girl named D’Arcy', secrets: ['D’Arcy'] },
  { kind: 'child’s name with Mc', phrase: 'a pupil called McKinley', secrets: ['McKinley'] },
];

export const SECRETS: readonly string[] = KINDS.flatMap(({ secrets }) => secrets);

/** As it is told apart: small letters, and none of the signs between groups. */
export const compact = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Every planted value that a text repeats, also without its spaces. A short name counts only as a word. */
export function leaksOf(text: string, secrets: readonly string[] = SECRETS): string[] {
  const small = compact(text);
  return secrets.filter((value) =>
    /^\p{L}{3,8}$/u.test(value) ? new RegExp(`(?<!\\p{L})${value}(?!\\p{L})`, 'u').test(text) : small.includes(compact(value)),
  );
}
