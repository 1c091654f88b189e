/** How a screen looks and what axe finds on it. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const THEMES = ['light', 'dark', 'contrast'] as const;

/** Pictures in every theme, for a person to look at, among the files of this test. */
export async function takeLooks(page: Page, name: string): Promise<void> {
  const before = await page.evaluate(() => document.documentElement.dataset['theme'] ?? 'light');
  for (const theme of [...THEMES, before]) {
    await page.evaluate((value) => {
      document.documentElement.dataset['theme'] = value;
    }, theme);
    await page.screenshot({ path: test.info().outputPath(`${name} ${theme}.png`), animations: 'disabled' });
  }
}

/** Fails with every barrier that axe finds; within parts of the page when their selectors are given. */
export async function expectNoAxeProblems(page: Page, where: string, ...within: readonly string[]): Promise<void> {
  // The new mode opens a second window, which the app refuses.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  for (const selector of within) axe.include(selector);
  const { violations } = await axe.analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  expect(told, where).toEqual([]);
}
