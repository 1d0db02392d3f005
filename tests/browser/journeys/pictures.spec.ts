// The pictures README shows: of the real app, made on a fixed day. Only when they are asked for.
import { test, today } from "../fixtures.ts";
import { begin, goOn, on, openExamples, tap, toPerson } from "../walk.ts";
import type { Page } from "@playwright/test";

const marged = (where: string, name: string, top: string) => async (page: Page) => {
  await openExamples(page);
  await toPerson(page, "Marged");
  await page.getByRole("link", { name: where }).last().click();
  await on(page, name);
  await page.locator(top).first().evaluate((one) => window.scrollTo(0, one.getBoundingClientRect().top + window.scrollY - 24));
};

const PICTURES: [string, (page: Page) => Promise<void>][] = [
  ["first", async (page) => { await page.goto("/"); await on(page, "first"); }],
  ["question", async (page) => {
    await openExamples(page);
    await toPerson(page, "Ref 4471");
    await begin(page);
    await goOn(page);
    await goOn(page);
    await tap(page, "own_food-2");
    await tap(page, "own_body-1");
    await page.getByText("Saved", { exact: true }).waitFor();
    await page.evaluate(() => window.scrollTo(0, 0));
  }],
  ["profile", marged("What is strong", "profile", ".trellis")],
  ["change", marged("What has changed", "change", "header")],
];

if (process.env.TRELLIS_PICTURES === "1") {
  test.use({ viewport: { width: 1024, height: 768 }, deviceScaleFactor: 1, reducedMotion: "reduce", colorScheme: "light" });
  for (const [name, open] of PICTURES) {
    test(`a picture of ${name}`, async ({ page }) => {
      await today(page, "2026-03-02");
      await open(page);
      // Neither focus nor the mouse may leave a mark.
      await page.mouse.move(0, 0);
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await page.screenshot({ path: new URL(`../pictures/${name}.png`, import.meta.url).pathname, animations: "disabled", caret: "hide" });
    });
  }
}
