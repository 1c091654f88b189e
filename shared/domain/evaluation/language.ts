/** The interface languages; criteria and deliverables are worded in one of them. */
export const languages = ['en', 'es', 'fr'] as const;
export type Language = (typeof languages)[number];
