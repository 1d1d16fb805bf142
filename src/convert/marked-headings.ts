/** A property of Word files whose headings are all marked as such, so that none has to be guessed from its look. */
export const MARKED_HEADINGS = 'area-send-headings';
