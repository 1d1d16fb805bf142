import { z } from 'zod';

// Zod would otherwise try whether it may compile code from text, which a strict host forbids.
z.config({ jitless: true });

export { z };
