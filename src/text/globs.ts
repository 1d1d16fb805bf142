const LONGEST = 500;
const MOST_STARS = 3;
const MOST_DEEP = 4;
const MOST_BRACES = 20;

/**
 * Why a pattern for paths is not used, without a full stop; null for one that is. Each further star tries every letter of a name again, and
 * groups can be repeated without end, so both are bounded. `parentheses`: they group, as in picomatch; in `.gitignore` they are letters.
 */
export function globProblem(pattern: string, { parentheses }: { readonly parentheses: boolean }): string | null {
  if (pattern.length > LONGEST) return `it is longer than ${LONGEST} characters`;
  if (parentheses && /[()]/.test(pattern)) return 'it has parentheses; use *, ** and { , }';
  if ((pattern.match(/[{,]/g)?.length ?? 0) > MOST_BRACES) return 'it has too many alternatives; write several patterns';
  const segments = pattern.split('/');
  if (segments.filter((segment) => segment.includes('**')).length > MOST_DEEP) return `it has more than ${MOST_DEEP} times **`;
  if (segments.some((segment) => (segment.match(/\*+/g)?.length ?? 0) > MOST_STARS))
    return `it has more than ${MOST_STARS} stars in one name`;
  return null;
}
