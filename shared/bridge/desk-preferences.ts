/** How a person likes the coding desk at this machine: size and width of the text, what a key codes, which keys. */
import * as z from 'zod';

export const lineWidths = ['narrow', 'medium', 'wide', 'full'] as const;

/** What a code's key codes while no text is selected. */
export const codingUnits = ['none', 'sentence', 'passage'] as const;

export const deskPreferencesSchema = z.object({
  textScale: z.number().min(0.75).max(2),
  lineWidth: z.enum(lineWidths),
  unit: z.enum(codingUnits),
  /** Keys of commands that have others than at first: name of the command, keys as the key sheet writes them. */
  keys: z.record(z.string().max(60), z.array(z.string().max(30)).max(4)),
});
export type DeskPreferences = z.infer<typeof deskPreferencesSchema>;

export const initialDeskPreferences: DeskPreferences = { textScale: 1, lineWidth: 'medium', unit: 'none', keys: {} };
