// Recorded words: brought in a pack with their sounds, kept sealed, played where they stand, stopped by one tap, gone
// with the pack. Nothing of it by itself and nothing of it over the network.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test, today } from "../fixtures.ts";
import { AXE, looksRight } from "../look.ts";
import { silence, silentMp3 } from "../sounds.ts";
import { addPerson, begin, makeVault, on, onQuestion, toPeople, toPerson, unlock } from "../walk.ts";

type Words = { title: string; sections: Record<string, { title: string; intro?: string }>; items: Record<string, { text: string }>; options: Record<string, Record<string, string | { text: string }>> };
const read = (tag: string): Words => JSON.parse(readFileSync(new URL(`../../../instruments/strengths-profile/wording.${tag}.json`, import.meta.url), "utf8"));
const welsh = read("cy");

type Sound = { path: string; name: string; mimeType: string; buffer: Buffer };
const ogg = (path: string, seconds: number): Sound => ({ path, name: `${path}.ogg`, mimeType: "audio/ogg", buffer: silence(seconds, path) });
const listed = (sound: Sound) => ({ media_type: sound.mimeType, bytes: sound.buffer.length, sha256: createHash("sha256").update(sound.buffer).digest("hex") });

/** The Welsh words that come with the app, with these recordings of them. */
function pack(sounds: Sound[], changes: object = {}): Sound {
  const words = { ...welsh, ...changes, recordings: Object.fromEntries(sounds.map((sound) => [sound.path, listed(sound)])) };
  return { path: "", name: "geiriau.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(words)) };
}

const question: Sound = ogg("items.matters.text", 1);
const title: Sound = { ...ogg("title", 1), mimeType: "audio/mpeg", buffer: silentMp3(40), name: "title.mp3" };
const long: Sound = ogg("items.matters.text", 5);

/** Every recording that is kept, as the database names them, and everything kept, as text. */
const kept = (page: Page) => page.evaluate(async () => {
  const db = await new Promise<IDBDatabase>((done) => { const request = indexedDB.open("trellis"); request.onsuccess = () => done(request.result); });
  const records = db.transaction("records").objectStore("records");
  const whole = <T>(request: IDBRequest<T>) => new Promise<T>((done) => { request.onsuccess = () => done(request.result); });
  const keys = await whole(records.getAllKeys());
  const values = await whole(records.getAll());
  db.close();
  const text = values.map((one) => (one instanceof Uint8Array ? new TextDecoder("latin1").decode(one) : String(one))).join("\n");
  return { sounds: keys.map(String).filter((key) => key.startsWith("x")).length, text };
});

async function toWords(page: Page): Promise<void> {
  await toPeople(page);
  await toPerson(page, "Nia");
  await page.getByRole("link", { name: "Another assessment", exact: true }).click();
  await page.getByRole("link", { name: "Bring words a service may use", exact: true }).click();
  await on(page, "words");
}

async function look(page: Page, files: Sound[]): Promise<void> {
  await page.getByLabel("A file with words").setInputFiles(files.map(({ name, mimeType, buffer }) => ({ name, mimeType, buffer })));
  await page.getByRole("button", { name: "Look at this file" }).click();
}

async function bring(page: Page, sounds: Sound[]): Promise<void> {
  await toWords(page);
  await look(page, [pack(sounds), ...sounds]);
  await page.getByRole("button", { name: "Keep these words" }).click();
  await expect(page.getByText("These words are kept.")).toBeVisible();
}

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

const start = (page: Page) => page.getByRole("button", { name: /^(Read aloud|Darllen yn uchel)$/ });
const stop = (page: Page) => page.getByRole("button", { name: /^(Stop reading|Stopio darllen)$/ });
const marked = (page: Page) => page.evaluate(() => [...(CSS.highlights.get("reading") ?? [])].map(String).map((words) => words.trim()).join());

test.beforeEach(async ({ page }) => {
  await today(page, "2026-03-02");
  await page.addInitScript({ path: AXE });
  // What sounds is told by the browser itself.
  await page.addInitScript(() => {
    const log: string[] = [];
    Object.assign(window, { log });
    const play = HTMLMediaElement.prototype.play;
    HTMLMediaElement.prototype.play = function sounding(this: HTMLMediaElement) {
      log.push(`play ${this.src.slice(0, 5)}`);
      this.addEventListener("ended", () => log.push("ended"), { once: true });
      return play.call(this);
    };
    const revoke = URL.revokeObjectURL;
    URL.revokeObjectURL = (address) => { log.push("revoked"); revoke.call(URL, address); };
  });
  await makeVault(page);
  await addPerson(page, "Nia");
});

const log = (page: Page) => page.evaluate(() => (window as unknown as { log: string[] }).log);

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
  ["hiding", (page) => page.getByRole("button", { name: "Cuddio hyn ar unwaith" }).click()],
  ["a tablet put away", async (page) => { await page.evaluate(() => { Object.defineProperty(document, "hidden", { value: true }); document.dispatchEvent(new Event("visibilitychange")); }); }],
];

for (const [name, way] of ways) {
  test(`a recording is stopped by ${name}`, async ({ page }) => {
    await bring(page, [long]);
    await toQuestion(page);
    await start(page).click();
    await expect.poll(() => marked(page)).toBe(welsh.items["matters"].text);
    await expect.poll(() => log(page)).toEqual(["play blob:"]);
    const heard = page.evaluate(() => new Promise<string[]>((done) => {
      const revoke = URL.revokeObjectURL;
      URL.revokeObjectURL = (address) => { revoke.call(URL, address); done((window as unknown as { log: string[] }).log); };
    }));
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
