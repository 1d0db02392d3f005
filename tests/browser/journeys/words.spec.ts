// Words a service brings for questions that belong to others: from a file, looked at before they are kept, sealed,
// never taken out again.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test, today } from "../fixtures.ts";
import { AXE, looksRight } from "../look.ts";
import { kept } from "../stored.ts";
import { addPerson, all, main, makeVault, on, toPeople, toPerson, walk } from "../walk.ts";

type Item = { id: string };
type Definition = { id: string; version: string; title: string; items: Item[]; sections: Item[]; scales: Item[]; options: Record<string, { code: number }[]> };
const barc: Definition = JSON.parse(readFileSync(new URL("../../../instruments/barc-10/definition.json", import.meta.url), "utf8"));

const named = (ids: Item[], words: (id: string) => object) => Object.fromEntries(ids.map(({ id }) => [id, words(id)]));

/** Made-up words: nobody's questionnaire. */
const pack = {
  format: 1,
  instrument: barc.id,
  version: barc.version,
  language: "en",
  provenance: "licensed_pack",
  licence: "Licence 7 of a made-up service",
  title: "Quorlwords",
  options: Object.fromEntries(Object.entries(barc.options).map(([set, options]) => [set, Object.fromEntries(options.map(({ code }) => [code, `Answer ${code}`]))])),
  sections: named(barc.sections, () => ({ title: "A made-up part" })),
  items: named(barc.items, (id) => ({ text: `Vexillary ${id}` })),
  scales: named(barc.scales, () => ({ name: "A made-up score" })),
};

const link = (page: Page, name: string) => page.getByRole("link", { name, exact: true });
const row = (page: Page) => page.locator(".instrument-row", { has: page.getByRole("heading", { name: barc.title, exact: true }) });

async function bring(page: Page, text: string | Buffer): Promise<void> {
  await page.getByLabel("A file with words").setInputFiles({ name: "words.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "Look at this file" }).click();
}

async function toWords(page: Page): Promise<void> {
  await link(page, "Another assessment").click();
  await on(page, "another");
  await link(page, "Bring words a service may use").click();
  await on(page, "words");
}

test.beforeEach(async ({ page }) => {
  await today(page, "2026-03-02");
  await page.addInitScript({ path: AXE });
  await makeVault(page);
  await addPerson(page, "Nia");
});

test("everything wrong with a file is said at once, and nothing of it is kept", async ({ page }) => {
  await toWords(page);
  await expect(page.locator("#heading")).toBeFocused();
  const wrong = (changes: object) => JSON.stringify({ ...pack, ...changes });
  const rows: [string, string | Buffer, string[]][] = [
    ["not JSON", "{", ["1:"]],
    ["not text", Buffer.from([0xff, 0xfe, 0x00]), ["This file holds no text."]],
    ["too large", Buffer.alloc(1024 * 1024 + 1, "a"), ["This file is too large to hold words only."]],
    ["of nothing here", wrong({ instrument: "nothing" }), ["instrument: This version of the app has no `nothing`."]],
    ["of another version", wrong({ version: "9.9.9" }), ["version: "]],
    ["three faults", wrong({ title: 7, licence: null, nonsense: 1 }), ["title: ", "licence: ", "nonsense: "]],
    ["says it is ours", wrong({ provenance: "ours" }), ["provenance: "]],
    ["lacks words", wrong({ items: { ...pack.items, barc_03: undefined } }), ["9 of 10 questions have words.", "items.barc_03"]],
  ];
  for (const [name, text, expected] of rows) {
    await bring(page, text);
    for (const line of expected) {
      await expect(page.locator(".notice"), name).toContainText(line);
    }
    await expect(page.locator(".notice"), name).toContainText("Nothing was kept or changed.");
    await expect(page.getByRole("button", { name: "Keep these words" }), name).toHaveCount(0);
  }
  await looksRight(page, "a file with faults");
  await expect(main(page)).toContainText("No words were brought yet.");
  await toPeople(page);
  await toPerson(page, "Nia");
  await link(page, "Another assessment").click();
  await expect(row(page).getByRole("link", { name: "Ask it here" })).toHaveCount(0);
});

test("words are looked at, kept sealed, asked with, scored, and taken away again", async ({ page }) => {
  await toWords(page);
  await bring(page, JSON.stringify(pack));
  const notice = page.locator(".notice");
  for (const line of ["Quorlwords", "English", "Brought by a service, which says it may use them.", "Licence 7 of a made-up service", "10 of 10 questions have words."]) {
    await expect(notice).toContainText(line);
  }
  await looksRight(page, "words to look at");
  await expect(main(page)).toContainText("No words were brought yet.");
  await page.getByRole("button", { name: "Keep these words" }).click();
  await expect(main(page)).toContainText("These words are kept.");
  await expect(page.locator(".file-row")).toContainText("Quorlwords");
  await looksRight(page, "words that are kept");
  await bring(page, JSON.stringify(pack));
  await expect(main(page)).toContainText("These very words are here already.");
  await bring(page, JSON.stringify({ ...pack, title: "Otherwords", items: named(barc.items, (id) => ({ text: `Otherish ${id}` })) }));
  await page.getByRole("button", { name: "Keep these words" }).click();
  await expect(page.locator(".file-row")).toHaveCount(2);
  const sealed = await kept(page);
  expect(sealed).not.toContain("Vexillary");
  expect(sealed).not.toContain("Quorlwords");
  expect(sealed).not.toContain("Otherish");

  await toPeople(page);
  await toPerson(page, "Nia");
  await link(page, "Another assessment").click();
  await row(page).getByRole("link", { name: "Ask it here" }).click();
  await on(page, "begin");
  await page.locator("[id=setting-community]").click();
  await expect(page.getByRole("radio", { name: /Quorlwords/ })).toBeChecked();
  await page.getByRole("radio", { name: /Otherwords/ }).click();
  await looksRight(page, "a choice of words");
  await page.getByRole("button", { name: "Begin" }).click();
  await on(page, "question");
  await expect(main(page)).toHaveAttribute("data-instrument", "barc-10");
  await expect(main(page)).toContainText("Otherish barc_01");

  // While somebody is answering, the words stay.
  await toPeople(page);
  await toPerson(page, "Nia");
  await toWords(page);
  await expect(page.locator(".file-row", { hasText: "Otherwords" })).toContainText("Someone is still answering these, so they stay.");
  await expect(page.getByRole("button", { name: /^Take away/ })).toHaveCount(1);
  await page.getByRole("button", { name: "Take away: Quorlwords" }).click();
  await expect(page.locator(".file-row")).toHaveCount(1);
  await page.goBack();
  await row(page).getByRole("link").first().click();
  await on(page, "question");
  await walk(page, all(barc.items.map(({ id }) => id), 5));
  await on(page, "check");
  await page.getByRole("button", { name: "Finish" }).click();
  await on(page, "profile");
  await expect(main(page)).toContainText("50");

  await toPeople(page);
  await toPerson(page, "Nia");
  await toWords(page);
  await page.getByRole("button", { name: "Take away: Otherwords" }).click();
  await expect(main(page)).toContainText("No words were brought yet.");
  await toPeople(page);
  await toPerson(page, "Nia");
  await link(page, "What it shows").first().click();
  await on(page, "profile");
  await expect(main(page)).toContainText("50");
});
