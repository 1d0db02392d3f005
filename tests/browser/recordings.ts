// Recordings of the words that come with the app: made here, brought in a pack, and what is told of them while they
// sound.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";
import { silence } from "./sounds.ts";
import { on, toPeople, toPerson } from "./walk.ts";

export type Words = { title: string; sections: Record<string, { title: string; intro?: string }>; items: Record<string, { text: string }>; options: Record<string, Record<string, string | { text: string }>> };
const read = (tag: string): Words => JSON.parse(readFileSync(new URL(`../../instruments/strengths-profile/wording.${tag}.json`, import.meta.url), "utf8"));
export const welsh = read("cy");

export type Sound = { path: string; name: string; mimeType: string; buffer: Buffer };
export const ogg = (path: string, seconds: number): Sound => ({ path, name: `${path}.ogg`, mimeType: "audio/ogg", buffer: silence(seconds, path) });
const listed = (sound: Sound) => ({ media_type: sound.mimeType, bytes: sound.buffer.length, sha256: createHash("sha256").update(sound.buffer).digest("hex") });

/** The Welsh words that come with the app, with these recordings of them. */
export function pack(sounds: Sound[], changes: object = {}): Sound {
  const words = { ...welsh, ...changes, recordings: Object.fromEntries(sounds.map((sound) => [sound.path, listed(sound)])) };
  return { path: "", name: "geiriau.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(words)) };
}

/** How many recordings are kept, of the worker's and for a hand-over; everything that is kept, as text. */
export const kept = (page: Page) => page.evaluate(async () => {
  const db = await new Promise<IDBDatabase>((done) => { const request = indexedDB.open("trellis"); request.onsuccess = () => done(request.result); });
  const records = db.transaction("records").objectStore("records");
  const whole = <T>(request: IDBRequest<T>) => new Promise<T>((done) => { request.onsuccess = () => done(request.result); });
  const keys = (await whole(records.getAllKeys())).map(String);
  const values = await whole(records.getAll());
  db.close();
  const text = values.map((one) => (one instanceof Uint8Array ? new TextDecoder("latin1").decode(one) : String(one))).join("\n");
  const under = (prefix: string) => keys.filter((key) => key.startsWith(prefix)).length;
  return { sounds: under("x"), handed: under("os"), keys, text };
});

/** To the page where a service's words are brought. */
export async function toWords(page: Page): Promise<void> {
  await toPeople(page);
  await toPerson(page, "Nia");
  await page.getByRole("link", { name: "Another assessment", exact: true }).click();
  await page.getByRole("link", { name: "Bring words a service may use", exact: true }).click();
  await on(page, "words");
}

/** Chooses files and has them looked at. */
export async function look(page: Page, files: Sound[]): Promise<void> {
  await page.getByLabel("A file with words").setInputFiles(files.map(({ name, mimeType, buffer }) => ({ name, mimeType, buffer })));
  await page.getByRole("button", { name: "Look at this file" }).click();
}

/** Brings recordings of the Welsh words. */
export async function bring(page: Page, sounds: Sound[]): Promise<void> {
  await toWords(page);
  await look(page, [pack(sounds), ...sounds]);
  await page.getByRole("button", { name: "Keep these words" }).click();
  await expect(page.getByText("These words are kept.")).toBeVisible();
}

export const start = (page: Page) => page.getByRole("button", { name: /^(Read aloud|Darllen yn uchel)$/ });
export const stop = (page: Page) => page.getByRole("button", { name: /^(Stop reading|Stopio darllen)$/ });
/** What is marked as it is read. */
export const marked = (page: Page) => page.evaluate(() => [...(CSS.highlights.get("reading") ?? [])].map(String).map((words) => words.trim()).join());

/** What sounds is told by the browser itself. */
export const listen = (page: Page) => page.addInitScript(() => {
  const log: string[] = [];
  Object.assign(window, { log });
  const ended = () => { log.push("ended"); };
  const play = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = function sounding(this: HTMLMediaElement) {
    log.push(`play ${this.src.slice(0, 5)}`);
    // One that was stopped has not ended, and says nothing when the next one does.
    this.removeEventListener("ended", ended);
    this.addEventListener("ended", ended);
    return play.call(this);
  };
  const revoke = URL.revokeObjectURL;
  URL.revokeObjectURL = (address) => { log.push("revoked"); revoke.call(URL, address); };
});

/** What has sounded in this document so far. */
export const log = (page: Page) => page.evaluate(() => (window as unknown as { log: string[] }).log);

/** What has sounded when the next sound is given up. */
export const givenUp = (page: Page) => page.evaluate(() => new Promise<string[]>((done) => {
  const revoke = URL.revokeObjectURL;
  URL.revokeObjectURL = (address) => { revoke.call(URL, address); done((window as unknown as { log: string[] }).log); };
}));
