/** Signs that people type or paste as bullets; the last ones come from symbol fonts. */
export const TYPED_BULLET = '[•◼■□▪▫●○◦◆◇❖➢➤►▶▸‣⁃∙·✓✔✦\\uF0A7\\uF0B7\\uF0D8\\uF02D]\\uFE0E?';
