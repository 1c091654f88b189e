import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '#tests/e2e/support/app-fixture.ts';
import { goTo } from '#tests/e2e/support/journeys.ts';
test('profile', async ({ app }) => {
  const path = join(app.workFolder, 'desk.triangula');
  copyFileSync(process.env['TRIANGULA_BENCH_FILE'] ?? '', path);
  await app.dialogs.pickToOpen(path);
  const page = app.page();
  await page.getByRole('button', { name: 'Open an evaluation' }).click();
  await expect(page.getByRole('navigation').getByRole('button', { name: 'Sources' })).toBeVisible({ timeout: 120_000 });
  await goTo(page, 'Coding');
  await expect(page.locator('.cm-content')).toBeVisible({ timeout: 60_000 });
  await page.waitForTimeout(3000);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 200 });
  await page.locator('.cm-content').focus();
  const go = async (n: number) => {
    for (let t = 0; t < n; t += 1) {
      await page.locator('.cm-content').focus();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+ArrowDown');
      await page.keyboard.press('Shift+End');
      await page.waitForTimeout(150);
      await page.evaluate(() => performance.mark('k'));
      await page.keyboard.press(String(1 + (t % 9)));
      await page.waitForTimeout(250);
    }
  };
  await go(8);
  await cdp.send('Profiler.start');
  const events: unknown[] = [];
  cdp.on('Tracing.dataCollected' as never, (e: { value: unknown[] }) => events.push(...e.value));
  await go(20);
  const { profile } = await cdp.send('Profiler.stop');
  writeFileSync('/tmp/desk_profile.json', JSON.stringify(profile));
});
