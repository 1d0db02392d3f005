// A person's own words are kept as they are, however many, in whatever writing, and shown whole at any width.
import { expect, test, today } from "../fixtures.ts";
import { sideways } from "../look.ts";
import { addPerson, andSaved, begin, finish, main, makeVault, on, onQuestion, toPerson, unlock, walk } from "../walk.ts";

const MIXED = "Fy chwaer 🌱👩🏽‍🌾 a’r tŷ ar y bryn, bob ŵyl  \n\u00a0cafe\u0301 \"au lait\" — <b>not bold</b> &amp; 'so' \\n";
const RIGHT_TO_LEFT = "أختي والنهر يوم الجمعة، ثم 25 خطوة (معًا) — אחותי והנהר";
const ONE_WORD = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch".repeat(5);
/** 5,000 characters: what Unicode counts, not what fits in sixteen bits. */
const LONG = [..."Every morning I walk the dog to the river 🐕 and back. ".repeat(120)].slice(0, 4999).join("") + "Ω";

const ROWS: [item: string, words: string][] = [["matters", LONG], ["helped_before", RIGHT_TO_LEFT], ["hope_for", MIXED]];

test("five thousand characters, right to left and emoji are kept byte for byte, and nothing of them is cut off", async ({ page }) => {
  test.setTimeout(240_000);
  expect([...LONG].length).toBe(5000);
  await today(page, "2026-03-02");
  await makeVault(page);
  await addPerson(page, "Nia");
  await begin(page);
  await onQuestion(page, "matters");
  for (const [item, words] of ROWS) {
    await andSaved(page, async () => {
      await page.locator(`#${item}`).fill(words);
      await page.locator(`#${item}`).blur();
    });
  }
  await page.goto("/");
  await unlock(page);
  await toPerson(page, "Nia");
  await page.getByRole("link", { name: "Go on where we stopped" }).click();
  await onQuestion(page, "cannot_wait");
  await page.getByRole("link", { name: "Back", exact: true }).click();
  await onQuestion(page, "matters");
  for (const [item, words] of ROWS) {
    expect(await page.locator(`#${item}`).inputValue(), "sealed, and opened again").toBe(words);
  }
  // A word that is longer than the page is wide breaks.
  await andSaved(page, async () => {
    await page.locator("#hope_for").fill(`${MIXED} ${ONE_WORD}`);
    await page.locator("#hope_for").blur();
  });
  await walk(page, {});
  await on(page, "check");
  const said = [...ROWS.slice(0, 2).map(([, words]) => words), `${MIXED} ${ONE_WORD}`];
  for (const name of ["check", "profile"]) {
    if (name === "profile") {
      await finish(page);
    }
    await on(page, name);
    const shown = await main(page).evaluate((main) => main.textContent ?? "");
    expect(said.filter((words) => !shown.includes(words)), `whole on ${name}`).toEqual([]);
    expect(await page.locator("main b").count(), "no words are taken for markup").toBe(0);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 1000 });
      expect(await sideways(page), `${name} at ${width}`).toEqual([]);
    }
  }
  const direction = (words: string) => page.locator(".own-words, dd", { hasText: words.slice(0, 20) }).first().evaluate((one) => getComputedStyle(one).direction === "rtl" || one.dir === "auto" || getComputedStyle(one).unicodeBidi === "plaintext");
  expect(await direction(RIGHT_TO_LEFT), "what is written from the right is read from the right").toBe(true);
});
