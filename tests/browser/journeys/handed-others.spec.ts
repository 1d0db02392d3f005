// The hand-over for every other instrument: our own three, and one whose words the service brought; in simple words
// and with pictures, in both languages; a number that is typed; with the keyboard alone; and some of the ways out.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test, today } from "../fixtures.ts";
import { asked, handBack, inMemory, inStorageAndPage, keys, rememberMemories } from "../handed.ts";
import { AXE, looksRight, sideways } from "../look.ts";
import { addPerson, item, main, makeVault, on, PASSPHRASE, tabTo, tap, toPeople, toPerson } from "../walk.ts";

type Item = { id: string; section: string };
type Definition = { id: string; version: string; title: string; items: Item[]; sections: Item[]; scales: Item[]; options: Record<string, { code: number }[]> };
type Pack = { title: string; sections: Record<string, { title: string; intro?: string }>; items: Record<string, { text: string }> };
const read = <T>(file: string): T => JSON.parse(readFileSync(new URL(`../../../instruments/${file}`, import.meta.url), "utf8"));
const definition = (id: string) => read<Definition>(`${id}/definition.json`);
const words = (id: string, tag: string) => read<Pack>(`${id}/wording.${tag}.json`);
const top = definition("top");

const named = (ids: { id: string }[], words: (id: string) => object) => Object.fromEntries(ids.map(({ id }) => [id, words(id)]));

/** Made-up words: nobody's questionnaire. */
const brought = {
  format: 1,
  instrument: top.id,
  version: top.version,
  language: "en",
  provenance: "licensed_pack",
  licence: "Licence 7 of a made-up service",
  title: "Quorlwords",
  intro: "Quorl: think of the last four weeks.",
  options: {},
  sections: named(top.sections, (id) => ({ title: `Part ${id.replace(/_/g, " ")}`, intro: "Quorl as you like." })),
  items: named(top.items, (id) => ({ text: `Vexillary ${id}`, ends: ["Poor", "Good"] })),
  scales: named(top.scales, () => ({ name: "A made-up score" })),
};

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: typeof name === "string" }).first().click();
const link = (page: Page, name: string) => page.getByRole("link", { name, exact: true });

async function bring(page: Page): Promise<void> {
  await link(page, "Another assessment").click();
  await link(page, "Bring words a service may use").click();
  await page.getByLabel("A file with words").setInputFiles({ name: "words.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(brought)) });
  await press(page, "Look at this file");
  await press(page, "Keep these words");
  await expect(page.getByText("These words are kept.")).toBeVisible();
}

/** From a person's page to the first page the person sees. */
async function handOver(page: Page, instrument: string, parts: string[] = [], setting = "community"): Promise<void> {
  await link(page, "Hand over the tablet").click();
  await on(page, "hand-over");
  await tap(page, `handed-instrument-${instrument}`);
  await tap(page, `setting-${setting}`);
  for (const part of parts) {
    await tap(page, `parts-${definition(instrument).sections.findIndex(({ id }) => id === part)}`);
  }
  if (parts.length === 0) {
    await press(page, "Choose all");
  }
  await press(page, "Next");
  await on(page, "right-person");
  await tap(page, "checked-name");
  await press(page, "Yes, hand it over now");
  await on(page, "handed-start");
  await expect(main(page)).toHaveAttribute("data-instrument", instrument);
}

const goOn = (page: Page) => press(page, /^(Continue|Ymlaen)$/);
const saved = (page: Page) => expect(page.locator(".saved")).toHaveText(/^(Saved|Wedi'i gadw)$/);

async function answers(page: Page): Promise<Record<string, string>> {
  const rows = await page.locator(".govuk-summary-list__row").evaluateAll((all) =>
    all.map((row) => [row.querySelector("dt")?.textContent ?? "", row.querySelector("dd")?.textContent ?? ""]),
  );
  return Object.fromEntries(rows);
}

/** What can be pressed and is lower or narrower than 56 px. */
async function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("main .choice label, main button, main a, main summary, main .number-line, footer button, header button")]
      .filter((one) => one.checkVisibility())
      .map((one) => ({ name: one.textContent ?? "", box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.height < 55.5 || box.width < 55.5)
      .map(({ name, box }) => `${name} ${box.width} x ${box.height}`),
  );
}

test.beforeEach(({ page }) => page.context().addInitScript(rememberMemories));

for (const id of ["social-community-capital", "brief-check-in", "distance-travelled"]) {
  test(`${id} is handed over, answered alone and taken back into its own session`, async ({ page }) => {
    test.setTimeout(180_000);
    const { items } = definition(id);
    const said = words(id, "en");
    await makeVault(page);
    await addPerson(page, "Nia");
    await handOver(page, id, [], id === "distance-travelled" ? "custody" : "community");
    await press(page, "Start");
    const met: string[] = [];
    for (let n = 0; n < 80 && (await main(page).getAttribute("data-page")) !== "handed-last"; n += 1) {
      const place = () => main(page).evaluate((one) => `${one.dataset.page} ${one.dataset.item}`);
      const here = await place();
      if (here.startsWith("handed-question")) {
        met.push(here.split(" ")[1]);
        if (met.length === 1) {
          await page.locator("main .choice input").first().click();
          await press(page, "I would rather talk about this");
          await saved(page);
        }
      }
      await goOn(page);
      await expect.poll(place).not.toBe(here);
    }
    expect(met.every((one) => items.some(({ id }) => id === one))).toBe(true);
    expect(met.length).toBeGreaterThan(items.length / 2);
    await press(page, "I have finished");
    await press(page, "Stop and give it back");
    await on(page, "handed-ended");
    await press(page, "I am the link worker");
    await page.getByLabel("Passphrase", { exact: true }).fill(PASSPHRASE);
    await press(page, "Unlock");
    await on(page, "handed-back");
    await expect(main(page)).toContainText("They would rather talk about this");
    await expect(page.locator(".govuk-summary-list__key")).toHaveText(said.items[met[0]].text);
    expect((await keys(page)).filter((key) => key.startsWith("o"))).toEqual([]);
    await link(page, "Look through the answers").click();
    await on(page, "check");
    await press(page, "Finish");
    await on(page, "profile");
    await link(page, "How was it?").click();
    await on(page, "after");
  });
}

test("words that a service brought: a typed number, its faults, and the way back, in one language only", async ({ page }) => {
  test.setTimeout(180_000);
  await page.addInitScript({ path: AXE });
  await today(page, "2026-03-02");
  await makeVault(page);
  await addPerson(page, "Nia");
  await bring(page);
  await toPeople(page);
  await toPerson(page, "Nia");
  // The words are there in English alone, so that is what the whole page is in, whatever the tablet speaks.
  await page.evaluate(() => localStorage.setItem("language", "cy"));
  await handOver(page, "top", ["health_and_social"]);
  await expect(main(page)).toContainText("Quorl: think of the last four weeks.");
  await expect(page.getByRole("button", { name: "Cymraeg" })).toHaveCount(0);
  await press(page, "Start");
  await asked(page, "top_10_week_1");
  await expect(main(page)).toContainText("Quorl as you like.");
  await tap(page, "top_10_week_1-7");
  await saved(page);
  for (let n = 0; n < 8; n += 1) {
    await goOn(page);
  }
  await asked(page, "top_12");
  const field = page.locator("#top_12");
  await expect(main(page)).toContainText("A whole number from 0 to 20");
  await expect(page.locator("main input[type=radio]")).toHaveCount(0);
  expect(await tooSmall(page)).toEqual([]);

  for (const wrong of ["21", "seven", "7.5"]) {
    await field.fill(wrong);
    await goOn(page);
    await expect(page.locator("#error-summary")).toBeFocused();
    await expect(page.locator("#error-summary")).toContainText("Type a whole number from 0 to 20, or skip the question.");
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(page).toHaveTitle(/^Error: /);
    await asked(page, "top_12");
  }
  await looksRight(page, "a typed number and what is wrong with it");
  await page.locator("#error-summary a").click();
  await expect(field).toBeFocused();
  // Pressed at once: what is said of the last number stays until then, so nothing moves under the finger.
  await field.fill("0");
  await goOn(page);
  await asked(page, "top_13");
  await page.getByRole("link", { name: "Back", exact: true }).click();
  await asked(page, "top_12");
  await expect(field, "nought is nought").toHaveValue("0");
  await goOn(page);
  await goOn(page);
  await asked(page, "top_14");
  await page.locator("#top_14").fill("99");
  await press(page, "I would rather not say");
  await on(page, "handed-last");
  // The link worker's own page is in the tablet's language again.
  await page.evaluate(() => localStorage.setItem("language", "en"));
  await handBack(page, PASSPHRASE);
  await on(page, "handed-back");
  await link(page, "Look through the answers").click();
  await on(page, "check");
  const all = await answers(page);
  expect(all["Vexillary top_10_week_1"]).toBe("7");
  expect(all["Vexillary top_12"]).toBe("0");
  expect(all["Vexillary top_13"], "blank is no number").toContain("Not answered");
  expect(all["Vexillary top_14"]).toContain("rather not say");
});

test("a typed number together: said on Continue, beside its field, skipped or mended", async ({ page }) => {
  test.setTimeout(180_000);
  await page.addInitScript({ path: AXE });
  await makeVault(page);
  await addPerson(page, "Nia");
  await bring(page);
  await toPeople(page);
  await toPerson(page, "Nia");
  await link(page, "Another assessment").click();
  await page.locator(".instrument-row", { has: page.getByRole("heading", { name: top.title, exact: true }) }).getByRole("link", { name: "Ask it here" }).click();
  await on(page, "begin");
  await tap(page, "setting-community");
  await press(page, "Begin");
  for (let n = 0; n < 40 && (await page.locator("#top_12").count()) === 0; n += 1) {
    const here = `${await main(page).getAttribute("data-page")} ${await main(page).getAttribute("data-item")}`;
    await page.getByRole((await main(page).getAttribute("data-page")) === "heads-up" ? "link" : "button", { name: /^(Continue|Go on to these questions)$/ }).click();
    await expect.poll(async () => `${await main(page).getAttribute("data-page")} ${await main(page).getAttribute("data-item")}`).not.toBe(here);
  }
  await page.locator("#top_12").fill("200");
  await page.locator("#top_13").fill("20");
  await press(page, "Continue");
  await expect(page.locator("#error-summary")).toBeFocused();
  await expect(page.locator("#top_12-error")).toBeVisible();
  await expect(page.locator("#top_13-error")).toHaveCount(0);
  await looksRight(page, "a typed number together");
  await item(page, "top_12").getByRole("button", { name: /^Skip: / }).click();
  await expect(page.locator("#error-summary")).toHaveCount(0);
  await expect(page.locator("#top_12")).toHaveValue("");
  await press(page, "Continue");
  await on(page, "check");
  expect((await answers(page))["Vexillary top_13"]).toBe("20");
});

test("a hand-over in simple words and with pictures, in both languages, at both widths", async ({ page }) => {
  test.setTimeout(400_000);
  await makeVault(page);
  await addPerson(page, "Nia");
  await link(page, "Say what helps").click();
  await on(page, "needs");
  await tap(page, "asked-simple_words");
  await tap(page, "asked-pictures");
  await toPeople(page);
  await toPerson(page, "Nia");
  await handOver(page, "strengths-profile", ["today", "daily_life", "groups", "life_now", "home", "commitment"]);
  const shot = async (name: string) => {
    for (const width of [768, 320]) {
      await page.setViewportSize({ width, height: 1000 });
      expect(await sideways(page), `${name} at ${width}`).toEqual([]);
      expect(await tooSmall(page), `${name} at ${width}`).toEqual([]);
      if (process.env.SHOTS) {
        await page.screenshot({ path: `${process.env.SHOTS}/${name}-${width}.png`, fullPage: true });
      }
    }
  };
  let n = 0;
  for (const tag of ["en-easy", "cy-easy"]) {
    const said = words("strengths-profile", tag);
    if (tag === "en-easy") {
      await shot(`${tag}-start`);
      await press(page, "Start");
    }
    let looked = 0;
    for (; (await main(page).getAttribute("data-page")) !== "handed-last"; n += 1) {
      const place = () => main(page).evaluate((one) => `${one.dataset.page} ${one.dataset.item}`);
      const here = await place();
      const id = here.split(" ")[1];
      if (here.startsWith("handed-question") && said.items[id]) {
        await expect(item(page, id).locator("legend")).toContainText(said.items[id].text);
        looked += 1;
      }
      await shot(`${tag}-${String(n).padStart(3, "0")}-${id}`);
      await goOn(page);
      await expect.poll(place).not.toBe(here);
    }
    expect(looked).toBeGreaterThan(15);
    await shot(`${tag}-last`);
    if (tag === "en-easy") {
      await press(page, "Cymraeg");
      await expect(page.locator("html")).toHaveAttribute("lang", "cy");
      // Every answer can still be gone back to, in the other language.
      while (await main(page).locator(".back-link").count()) {
        const there = page.url();
        await main(page).locator(".back-link").click();
        await expect.poll(() => page.url()).not.toBe(there);
      }
      if ((await main(page).getAttribute("data-page")) === "handed-start") {
        await press(page, "Dechrau");
      }
    }
  }
  await press(page, "Rwyf wedi gorffen");
  await shot("cy-stop");
  await page.locator("main button").first().click();
  await on(page, "handed-ended");
  await shot("cy-ended");
});

test("the brief check-in with the keyboard alone", async ({ page }) => {
  test.setTimeout(120_000);
  await makeVault(page);
  await addPerson(page, "Nia");
  const enter = async (selector: string) => {
    await tabTo(page, selector);
    await page.keyboard.press("Enter");
  };
  await enter("a[href$='/hand-over']");
  await on(page, "hand-over");
  await tabTo(page, "#item-handed-instrument input:checked");
  while (!(await page.locator("#handed-instrument-brief-check-in").isChecked())) {
    await page.keyboard.press("ArrowDown");
  }
  await expect(main(page)).toContainText("5 questions");
  await tabTo(page, "#setting-community");
  await page.keyboard.press("Space");
  await tabTo(page, "#parts-0");
  await page.keyboard.press("Space");
  await enter("main .govuk-button:not(.govuk-button--secondary)");
  await on(page, "right-person");
  await tabTo(page, "#checked-name");
  await page.keyboard.press("Space");
  await enter("main .govuk-button:not(.govuk-button--secondary)");
  await on(page, "handed-start");
  await enter("main .govuk-button");
  await asked(page, "looking_after_myself");
  await expect(page.locator("#heading")).toBeFocused();
  await tabTo(page, "#looking_after_myself-2");
  await page.keyboard.press("Space");
  await saved(page);
  await enter("main .go-on .govuk-button");
  await asked(page, "daily_life");
});

const NAMES = Array.from({ length: 5 }, (_, n) => `Plumcanary ${"Quxyv"[n]}${n}kestrel`);

test("some ways out of another instrument lead nowhere, and no name is in memory, storage or page", async ({ page }) => {
  test.setTimeout(300_000);
  await makeVault(page);
  for (const name of NAMES) {
    await toPeople(page);
    await addPerson(page, name);
  }
  const person = new URL(page.url()).pathname.split("/")[2];
  await handOver(page, "brief-check-in", ["mine"]);
  await press(page, "Start");
  await asked(page, "looking_after_myself");
  await tap(page, "looking_after_myself-1");
  await saved(page);
  const ways: [string, () => Promise<unknown>][] = [
    ["the list", () => page.goto("/")],
    ["a person", () => page.goto(`/person/${person}`)],
    ["another hand-over", () => page.goto(`/person/${person}/hand-over`)],
    ["words", () => page.goto("/words")],
    ["a form", () => page.goto("/form/strengths-profile")],
    ["a reload", () => page.reload()],
    ["Back", async () => { await page.goBack(); await page.waitForLoadState(); }],
  ];
  for (const [name, go] of ways) {
    await go();
    await expect(main(page), name).toHaveAttribute("data-page", /^handed-(start|question)$/);
    await expect(main(page), name).toHaveAttribute("data-instrument", "brief-check-in");
    await expect(page.locator("nav"), name).toHaveCount(0);
    expect(await inStorageAndPage(page, NAMES), `${name}: storage and page`).toEqual([]);
    expect(await inMemory(page, NAMES), `${name}: memory`).toEqual([]);
  }
  await page.goto("/answers/1");
  await handBack(page, PASSPHRASE);
  await on(page, "handed-back");
  await link(page, "Look through the answers").click();
  await on(page, "check");
  expect((await answers(page))[words("brief-check-in", "en").items.looking_after_myself.text]).toBe("Sometimes");
});
