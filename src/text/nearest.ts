/** Distance by insertions, deletions, replacements and swaps of neighbours. */
export function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, rows[i - 2]![j - 2]! + 1);
      rows[i]!.push(cost);
    }
  }
  return rows[a.length]![b.length]!;
}

/** Whether `editDistance` is 1 or 0, told in one pass. */
export function oneSlipApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let same = 0;
  while (same < Math.min(a.length, b.length) - from && a[a.length - 1 - same] === b[b.length - 1 - same]) same++;
  const [restA, restB] = [a.length - from - same, b.length - from - same];
  return (restA <= 1 && restB <= 1) || (restA === 2 && restB === 2 && a[from] === b[from + 1] && a[from + 1] === b[from]);
}

/** The candidate that a word most likely stands for; null when none is near. Words over 60 characters have none. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  if (word.length > 60) return null;
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  const squeezed = word.toLowerCase().replace(/[-_ ]/g, '');
  for (const candidate of candidates) {
    const distance =
      candidate.toLowerCase().replace(/[-_ ]/g, '') === squeezed ? 0 : editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}
