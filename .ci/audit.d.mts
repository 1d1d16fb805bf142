export interface Weakness {
  readonly name: string;
  readonly severity: string;
  readonly titles: readonly string[];
}

/** Splits what `npm audit --json` found by whether the package is bundled. */
export function judge(
  found: object,
  bundled: ReadonlySet<string>,
): { readonly bundled: readonly Weakness[]; readonly tools: readonly Weakness[] };
