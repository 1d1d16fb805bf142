/** A mistake in the call or its input: one line on stderr that says what is wrong and how to mend it, exit status 2. */
export class UsageError extends Error {}
