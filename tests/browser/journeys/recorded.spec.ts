// Recorded words: brought in a pack with their sounds, kept sealed, played where they stand, stopped by one tap, gone
// with the pack. Nothing of it by itself and nothing of it over the network.
import type { Page } from "@playwright/test";
import { expect, test, today } from "../fixtures.ts";
import { AXE, looksRight } from "../look.ts";
import { bring, givenUp, kept, listen, log, look, marked, ogg, pack, start, stop, toWords, welsh, type Sound } from "../recordings.ts";
import { silence, silentMp3 } from "../sounds.ts";
import { addPerson, begin, makeVault, on, onQuestion, toPeople, toPerson, unlock } from "../walk.ts";

const question: Sound = ogg("items.matters.text", 1);
const title: Sound = { ...ogg("title", 1), mimeType: "audio/mpeg", buffer: silentMp3(40), name: "title.mp3" };
const long: Sound = ogg("items.matters.text", 5);

/** The first question, in Welsh. */
async function toQuestion(page: Page): Promise<void> {
  await toPeople(page);
  await toPerson(page, "Nia");
  await begin(page);
  await page.getByRole("button", { name: "Cymraeg" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "cy");
  await onQuestion(page, "matters");
  await expect(page.getByText(welsh.items["matters"].text).first()).toBeVisible();
}

test.beforeEach(async ({ page }) => {
  await today(page, "2026-03-02");
  await page.addInitScript({ path: AXE });
  await listen(page);
  await makeVault(page);
  await addPerson(page, "Nia");
});

test("everything wrong with the files is said at once, and nothing of them is kept", async ({ page }) => {
  await toWords(page);
  const rows: [string, Sound[], string[]][] = [
    ["a sound is missing", [pack([question, title]), question], ["title: No file with this recording was chosen."]],
    ["other bytes", [pack([question]), { ...question, buffer: silence(2, "other") }], ['items.matters.text: "items.matters.text.ogg" has other bytes than the pack lists.']],
    ["not listed", [pack([question]), question, { ...title, name: "song.mp3" }], ['"song.mp3": The pack lists no such recording.']],
    ["no sound at all", [pack([question]), question, { ...question, name: "page.html", buffer: Buffer.from("<script>") }], ['"page.html": This is neither']],
    ["too large", [pack([question]), question, { ...question, name: "long.ogg", buffer: Buffer.alloc(1024 * 1024 + 1) }], ['"long.ogg": A recording has at most 1048576 bytes.']],
    ["other words", [pack([question], { title: "Arall" }), question], ["title: The words that come with the app are other ones."]],
    ["two packs", [pack([question]), { ...pack([title]), name: "two.json" }, question], ["Choose one file with words, and only its sound files with it."]],
    ["no pack", [question, title], ["Choose one file with words, and only its sound files with it."]],
    ["several faults", [pack([question, title]), { ...question, buffer: silence(2, "other") }, { ...title, name: "song.mp3", buffer: silentMp3(3) }], ["3 things must be mended.", "other bytes", "No file with this recording", "no such recording"]],
  ];
  for (const [name, files, expected] of rows) {
    await look(page, files);
    for (const line of expected) {
      await expect(page.locator(".notice"), name).toContainText(line);
    }
    await expect(page.locator(".notice"), name).toContainText("Nothing was kept or changed.");
    await expect(page.getByRole("button", { name: "Keep these words" }), name).toHaveCount(0);
  }
  await looksRight(page, "sounds with faults");
  expect((await kept(page)).sounds).toBe(0);
});

test("Welsh words are heard on a device without a Welsh voice, marked as they sound, and are gone with the pack", async ({ page }) => {
  const asked: string[] = [];
  await bring(page, [question, title]);
  await looksRight(page, "recordings that are kept");
  await expect(page.locator(".file-row")).toContainText("These are recordings of the words that come with the app.");
  const there = await kept(page);
  expect(there.sounds).toBe(2);
  expect(there.text, "a sound is sealed like everything else").not.toContain("OpusHead");

  await toQuestion(page);
  await looksRight(page, "reading aloud is offered");
  expect(await log(page), "nothing sounds by itself").toEqual([]);
  page.on("request", (request) => asked.push(request.url()));
  await start(page).click();
  await expect(stop(page)).toBeVisible();
  await expect.poll(() => marked(page), "what sounds is marked").toBe(welsh.items["matters"].text);
  await looksRight(page, "while it is read aloud");
  await expect(start(page), "it ends by itself").toBeVisible();
  expect(await log(page)).toEqual(["play blob:", "revoked", "ended"]);
  expect(await marked(page)).toBe("");
  const elsewhere = (url: string) => !url.startsWith("blob:") && new URL(url).origin !== new URL(page.url()).origin;
  expect(asked.filter((url) => elsewhere(url) || /\.(ogg|mp3|m4a)/.test(url)), "nothing is asked of the network").toEqual([]);

  // Another page says other words; none of these is recorded.
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(start(page)).toHaveCount(0);

  await toWords(page);
  await page.getByRole("button", { name: /^Take away/ }).click();
  await expect(page.locator(".file-row")).toHaveCount(0);
  expect((await kept(page)).sounds).toBe(0);
  await toQuestionAgain(page);
  await expect(start(page)).toHaveCount(0);
});

async function toQuestionAgain(page: Page): Promise<void> {
  await toPeople(page);
  await toPerson(page, "Nia");
  await page.getByRole("link", { name: "Go on where we stopped" }).first().click();
  await page.getByRole("button", { name: "Cymraeg" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "cy");
}

const ways: [string, (page: Page) => Promise<void>][] = [
  ["one tap", (page) => stop(page).click()],
  ["another page", (page) => page.goBack().then(() => undefined)],
  ["hiding", (page) => page.getByRole("button", { name: "Cuddio nawr" }).click()],
  ["a tablet put away", async (page) => { await page.evaluate(() => { Object.defineProperty(document, "hidden", { value: true }); document.dispatchEvent(new Event("visibilitychange")); }); }],
];

for (const [name, way] of ways) {
  test(`a recording is stopped by ${name}`, async ({ page }) => {
    await bring(page, [long]);
    await toQuestion(page);
    await start(page).click();
    await expect.poll(() => marked(page)).toBe(welsh.items["matters"].text);
    await expect.poll(() => log(page)).toEqual(["play blob:"]);
    const heard = givenUp(page);
    await way(page);
    expect(await heard, "its address is given up before it has ended").toEqual(["play blob:", "revoked"]);
  });
}

test("recordings that were on their way when the tablet stopped are gone when it is opened again", async ({ page }) => {
  await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((done) => { const request = indexedDB.open("trellis"); request.onsuccess = () => done(request.result); });
    const write = db.transaction("records", "readwrite");
    write.objectStore("records").put(new Uint8Array([1, 2, 3]), `x${"ab".repeat(32)}`);
    await new Promise((done) => { write.oncomplete = done; });
    db.close();
  });
  expect((await kept(page)).sounds).toBe(1);
  await page.getByRole("button", { name: "Lock" }).click();
  await on(page, "unlock");
  await unlock(page);
  await on(page, "person");
  expect((await kept(page)).sounds).toBe(0);
});
