/** Mocha's browser build reads the page's address, which Node does not have. Loaded before Mocha. */
(globalThis as { location?: { search: string } }).location ??= { search: '' };

export {};
