// Figures a service brings on how sure a change is: from a file, said in words before they are kept, sealed, used where
// a change is shown and named in what is taken out, replaced, put back, taken away again.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test, today } from "../fixtures.ts";
import { AXE, looksRight } from "../look.ts";
import { kept } from "../stored.ts";
import { addPerson, lock, main, makeVault, on, openExamples, strengthsProfile, tabTo, toPeople, toPerson, unlock } from "../walk.ts";

const link = (page: Page, name: string) => page.getByRole("link", { name, exact: true });
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();
const language = (page: Page, name: "Cymraeg" | "English") => page.getByRole("button", { name, exact: true }).click();
const row = { scale: "strengths_of_mine", n: 140, sd: 1, kind: "alpha", reliability: 0.8571, interval: [0.81, 0.89] };
const FROM = "Baselines of three services";
const file = {
  format: 1, instrument: strengthsProfile.id, version: strengthsProfile.version, edition: "2026-02", made_on: "2026-02-01",
  from: FROM, scales: [row],
};
const EARLIER = JSON.stringify({ ...file, scales: [row, { ...row, scale: "coping" }] });
const LATER = JSON.stringify({ ...file, edition: "2026-03", scales: [{ ...row, kind: "test_retest" }] });

const NAMED = "What counts as chance comes from figures your service gathered: edition";
const NOISE = "This is more than question-to-question noise";
const RELIABLE = "This is a bigger change than we would expect by chance.";
const OPEN = "cannot say if this change is more than chance";

async function look(page: Page, text: string | Buffer): Promise<void> {
  await page.getByLabel("A file with figures").setInputFiles({ name: "figures.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await press(page, "Look at this file");
}

async function keep(page: Page, text: string): Promise<void> {
  await look(page, text);
  await press(page, "Keep these figures");
  await expect(main(page)).toContainText("These figures are kept.");
}

async function toFigures(page: Page, person = "Marged"): Promise<void> {
  await toPeople(page);
  await toPerson(page, person);
  await link(page, "Another assessment").click();
  await link(page, "Bring figures on how sure a change is").click();
  await on(page, "figures");
}

async function toChange(page: Page): Promise<void> {
  await toPeople(page);
  await toPerson(page, "Marged");
  await link(page, "What has changed").first().click();
  await on(page, "change");
}

/** The text of every file that is taken out, by its name. */
async function takenOut(page: Page): Promise<Record<string, string>> {
  await toPeople(page);
  await link(page, "Take scores out").click();
  await press(page, "Make the files");
  const files: Record<string, string> = {};
  const buttons = page.getByRole("button", { name: /\.csv/ });
  await buttons.first().waitFor();
  for (const button of await buttons.all()) {
    const download = page.waitForEvent("download");
    await button.click();
    const came = await download;
    files[came.suggestedFilename()] = readFileSync(await came.path(), "utf8");
  }
  return files;
}

test.beforeEach(async ({ page }) => {
  await today(page, "2026-03-02");
  await page.addInitScript({ path: AXE });
});

test("everything wrong with a file is said at once, and nothing of it is kept", async ({ page }) => {
  await openExamples(page);
  await toFigures(page);
  await expect(page.locator("#heading")).toBeFocused();
  await looksRight(page, "no figures yet");
  const wrong = (changes: object) => JSON.stringify({ ...file, ...changes });
  const rows: [string, string | Buffer, string[]][] = [
    ["not JSON", "{", ["1:"]],
    ["not text", Buffer.from([0xff, 0xfe, 0x00]), ["This file holds no text."]],
    ["too large", Buffer.alloc(1024 * 1024 + 1, "a"), ["This file is too large to hold figures only."]],
    ["of nothing here", wrong({ instrument: "nothing" }), ["instrument: This version of the app has no `nothing`."]],
    ["of another version", wrong({ version: "9.9.9" }), [`version: The definition is version ${strengthsProfile.version}.`]],
    ["too few people", wrong({ scales: [{ ...row, n: 99 }] }), ["scales[0].n: It takes at least 100 baselines."]],
    ["no interval", wrong({ scales: [{ ...row, interval: undefined }] }), ["scales[0].interval: "]],
    ["four faults", wrong({ made_on: "soon", from: "", nonsense: 1, scales: [{ ...row, n: 3 }] }), ["4 ", "made_on: ", "from: ", "nonsense: ", "scales[0].n: "]],
    ["a field twice", JSON.stringify(file).replace('"n":140', '"n":900,"n":140'), ["scales[0].n: "]],
  ];
  for (const [name, text, expected] of rows) {
    await look(page, text);
    for (const line of expected) {
      await expect(page.locator(".notice"), name).toContainText(line);
    }
    await expect(page.locator(".notice"), name).toContainText("Nothing was kept or changed.");
    await expect(page.getByRole("button", { name: "Keep these figures" }), name).toHaveCount(0);
  }
  await looksRight(page, "a file with faults");
  await expect(main(page)).toContainText("No figures were brought yet.");
  await toChange(page);
  await expect(main(page)).not.toContainText(NAMED);
});

test("figures are said in words, kept, used where a change is shown, named in what leaves, replaced and taken away", async ({ page }) => {
  await openExamples(page);
  await toChange(page);
  for (const words of [NAMED, NOISE, RELIABLE]) {
    await expect(main(page)).not.toContainText(words);
  }
  await expect(main(page)).toContainText(OPEN);
  const before = await takenOut(page);

  await toFigures(page);
  await look(page, EARLIER);
  const notice = page.locator(".notice");
  for (const line of ["Edition 2026-02, made on", FROM, "140 people answered.", "0.8571", "from 0.81 to 0.89", "question-to-question noise", "fewer than eight questions"]) {
    await expect(notice).toContainText(line);
  }
  await looksRight(page, "figures to look at");
  await expect(main(page)).toContainText("No figures were brought yet.");
  await press(page, "Keep these figures");
  await expect(main(page)).toContainText("These figures are kept.");
  await looksRight(page, "figures that are kept");
  await look(page, EARLIER);
  await expect(main(page)).toContainText("These very figures are here already.");

  // Which file, what it rests on and how sure that is stand where the change does; alpha never says more than it knows.
  await toChange(page);
  for (const words of [`${NAMED} 2026-02`, NOISE, "It rests only on how well the questions agree at one time."]) {
    await expect(main(page)).toContainText(words);
  }
  await expect(main(page)).not.toContainText(RELIABLE);
  await expect(main(page), "a field of four is too short to be judged").toContainText("Where we say nothing of chance, we can show the numbers only.");
  // It stands beside the verdict, and beside no other change.
  await expect(page.locator("article.area", { hasText: NAMED })).toHaveCount(1);
  await expect(page.locator("article.area", { hasText: NAMED })).toContainText(NOISE);
  await page.getByText("Show these figures").click();
  for (const words of [FROM, "140 people answered.", "from 0.81 to 0.89"]) {
    await expect(main(page)).toContainText(words);
  }
  await looksRight(page, "a change that figures judge");
  await language(page, "Cymraeg");
  await expect(main(page)).toContainText("Mae hyn yn fwy na sŵn rhwng cwestiynau.");
  await language(page, "English");

  // It stands in the codebook, and in no other file: answers and scores are as they were.
  const after = await takenOut(page);
  expect(after["codebook.csv"]).toContain("basis file_alpha");
  expect(after["codebook.csv"]).toContain(`${FROM}; edition 2026-02 of 2026-02-01`);
  expect(Object.keys(after)).toEqual(Object.keys(before));
  const others = Object.entries(after).filter(([name]) => name !== "codebook.csv");
  expect(others.length).toBeGreaterThan(3);
  for (const [name, text] of others) {
    expect(text, name).not.toContain(FROM);
    expect(text.split("\n").length, name).toBe(before[name].split("\n").length);
  }

  // Of two files the later holds, and the earlier can be put back.
  await toFigures(page);
  await look(page, LATER);
  await expect(notice).toContainText("They take the place of edition 2026-02");
  await press(page, "Keep these figures");
  await expect(page.locator(".file-row")).toHaveCount(1);
  await expect(page.locator(".file-row")).toContainText("Edition 2026-03");
  await press(page, "Put back edition 2026-02");
  await expect(page.locator(".file-row")).toContainText("Edition 2026-02");
  await press(page, "Put back edition 2026-03");
  await expect(page.locator(".file-row")).toContainText("Edition 2026-03");
  await toChange(page);
  for (const words of [`${NAMED} 2026-03`, RELIABLE, "The same people were asked twice."]) {
    await expect(main(page)).toContainText(words);
  }
  await expect(main(page)).not.toContainText(NOISE);

  await toFigures(page);
  await press(page, /^Take away/);
  await expect(main(page)).toContainText("These figures are gone.");
  await looksRight(page, "figures that are gone");
  await toChange(page);
  await expect(main(page)).not.toContainText(NAMED);
  await expect(main(page)).toContainText(OPEN);
});

test("figures lie sealed, come back after the lock, and can be kept and taken away with the keyboard alone", async ({ page }) => {
  await makeVault(page);
  await addPerson(page, "Nia");
  await toFigures(page, "Nia");
  await page.getByLabel("A file with figures").setInputFiles({ name: "figures.json", mimeType: "application/json", buffer: Buffer.from(EARLIER) });
  const enter = async (selector: string) => { await tabTo(page, selector); await page.keyboard.press("Enter"); };
  await enter("button:text('Look at this file')");
  await enter("button:text('Keep these figures')");
  await expect(main(page)).toContainText("These figures are kept.");
  const bytes = await kept(page);
  for (const words of [FROM, "strengths_of_mine", "2026-02-01"]) {
    expect(bytes, words).not.toContain(words);
  }

  await lock(page);
  await unlock(page);
  await on(page, "figures");
  await expect(page.locator(".file-row")).toContainText("Edition 2026-02");
  // What cannot be taken away is still there, and the page says so.
  await page.evaluate(() => { IDBObjectStore.prototype.delete = () => { throw new DOMException("not now", "UnknownError"); }; });
  await enter(".file-row button");
  await expect(main(page)).toContainText("They are still used.");
  await expect(page.locator(".file-row")).toHaveCount(1);
  await lock(page);
  await page.reload();
  await unlock(page);
  await on(page, "figures");
  await enter(".file-row button");
  await expect(main(page)).toContainText("These figures are gone.");
  await enter("button:text('Put back edition 2026-02')");
  await expect(page.locator(".file-row")).toHaveCount(1);
  await language(page, "Cymraeg");
  await expect(main(page)).toContainText("Mae'r ffigurau hyn wedi'u cadw.");
  await expect(page).toHaveTitle("Pa mor sicr yw newid – Trellis");
});
