/** Remembers where the window stood, and brings it back to a screen that is there. */
import * as z from 'zod';

export const windowStateSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  isMaximized: z.boolean(),
});
export type WindowState = z.infer<typeof windowStateSchema>;

export type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export const smallestWindow = { width: 900, height: 600 } as const;
const preferredWindow = { width: 1440, height: 900 } as const;

/** Where to open the window: as it stood, if enough of it still falls on a screen; else in the middle of the first. */
export function fitToScreens(saved: WindowState | null, workAreas: readonly Area[]): Area {
  if (saved) {
    const home = workAreas.find((area) => overlap(saved, area) >= 100 * 100);
    if (home) {
      return {
        x: saved.x,
        y: Math.max(saved.y, home.y),
        width: Math.min(saved.width, home.width),
        height: Math.min(saved.height, home.height),
      };
    }
  }
  const area = workAreas[0] ?? { x: 0, y: 0, ...preferredWindow };
  const width = Math.min(preferredWindow.width, area.width);
  const height = Math.min(preferredWindow.height, area.height);
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
  };
}

/** Area that two rectangles share, in square pixels. */
function overlap(one: Area, other: Area): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, width) * Math.max(0, height);
}
