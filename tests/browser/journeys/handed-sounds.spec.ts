// What a service recorded is heard while the tablet is handed over: of the questions given out and of nothing else,
// never by itself, stopped at once, and gone with the hand-over.
import type { Page } from "@playwright/test";
import { expect, test, today } from "../fixtures.ts";
import { asked, handBack, handOver } from "../handed.ts";
import { AXE, FINGER, looksRight, small } from "../look.ts";
import { bring, givenUp, kept, listen, log, marked, ogg, start, stop, welsh } from "../recordings.ts";
import { addPerson, makeVault, on, PASSPHRASE, toPeople, toPerson } from "../walk.ts";

const said = (item: string): string => welsh.items[item].text;
const goOn = (page: Page) => page.locator(".go-on button").click();

/** From an open tablet with these recordings to the first question, in Welsh. */
async function toQuestion(page: Page): Promise<void> {
  await toPeople(page);
  await toPerson(page, "Nia");
  await handOver(page, ["What matters"]);
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await asked(page, "matters");
  await page.getByRole("button", { name: "Cymraeg" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "cy");
}

async function sounds(page: Page, item: string): Promise<void> {
  await start(page).click();
  await expect(stop(page)).toBeVisible();
  await expect.poll(() => marked(page), "what sounds is marked").toBe(said(item));
  await expect.poll(() => log(page).then((all) => all.at(-1))).toBe("play blob:");
}

test.beforeEach(async ({ page }) => {
  await today(page, "2026-03-02");
  await page.addInitScript({ path: AXE });
  await listen(page);
  await makeVault(page);
  await addPerson(page, "Nia");
});

test("Welsh is heard on a tablet that is handed over and has no Welsh voice, and nothing of it stays when it comes back", async ({ page }) => {
  const requests: string[] = [];
  await bring(page, [ogg("items.matters.text", 5), ogg("items.helped_before.text", 1), ogg("items.cannot_wait.text", 1), ogg("title", 1)]);
  await toQuestion(page);
  page.on("request", (request) => requests.push(request.url()));
  const there = await kept(page);
  expect(there.handed, "two questions were given out; the third recording is another part's, the last on no page").toBe(2);
  expect(there.text, "sealed like everything else").not.toContain("OpusHead");
  expect(await log(page), "nothing sounds by itself").toEqual([]);
  await looksRight(page, "reading aloud is offered");

  await test.step("one tap stops it", async () => {
    await sounds(page, "matters");
    await looksRight(page, "while it is read aloud");
    expect(await small(page, FINGER.handed)).toEqual([]);
    const heard = givenUp(page);
    await stop(page).click();
    expect(await heard).toEqual(["play blob:", "revoked"]);
    await expect(start(page)).toBeVisible();
    expect(await marked(page)).toBe("");
  });

  await test.step("so does the next page, which says its own words when it is asked to", async () => {
    await sounds(page, "matters");
    const heard = givenUp(page);
    await goOn(page);
    expect((await heard).slice(2)).toEqual(["play blob:", "revoked"]);
    await asked(page, "helped_before");
    await expect(start(page)).toBeVisible();
    expect((await log(page)).length, "nothing sounds by itself").toBe(4);
    await sounds(page, "helped_before");
    await expect(start(page), "it ends by itself").toBeVisible();
    expect((await log(page)).slice(4)).toEqual(["play blob:", "revoked", "ended"]);
  });

  await test.step("what is loaded anew is heard again", async () => {
    await page.reload();
    await asked(page, "helped_before");
    expect(await log(page), "nothing sounds by itself").toEqual([]);
    await sounds(page, "helped_before");
    await expect(start(page)).toBeVisible();
    expect(await log(page)).toEqual(["play blob:", "revoked", "ended"]);
  });

  await test.step("a page without recorded words offers nothing", async () => {
    await page.getByRole("button", { name: "English" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(start(page)).toHaveCount(0);
    await goOn(page);
    await asked(page, "hope_for");
    await expect(start(page)).toHaveCount(0);
  });

  await test.step("what lies over the question silences it, and when it ends nothing is left of them", async () => {
    await page.goBack();
    await asked(page, "helped_before");
    await page.getByRole("button", { name: "Cymraeg" }).click();
    await sounds(page, "helped_before");
    const heard = givenUp(page);
    await page.locator(".handed-ways button").last().click();
    await on(page, "handed-stop");
    expect((await heard).slice(3), "before it has ended").toEqual(["play blob:", "revoked"]);
    await page.locator(".handed-buttons button").first().click();
    await on(page, "handed-ended");
    await expect(start(page)).toHaveCount(0);
    const left = await kept(page);
    expect([left.handed, left.sounds]).toEqual([0, 4]);
    expect(left.keys.filter((key) => key.startsWith("over.")), "nor of the key").toEqual([]);
  });
  const elsewhere = (url: string) => !url.startsWith("blob:") && new URL(url).origin !== new URL(page.url()).origin;
  expect(requests.filter((url) => elsewhere(url) || /\.(ogg|mp3|m4a)/.test(url)), "nothing is asked of the network").toEqual([]);
});

test("hiding stops it, and it is heard again when the page is opened again", async ({ page }) => {
  await bring(page, [ogg("items.matters.text", 5)]);
  await toQuestion(page);
  await sounds(page, "matters");
  const heard = givenUp(page);
  await page.getByRole("button", { name: "Cuddio nawr" }).click();
  expect(await heard, "before it has ended").toEqual(["play blob:", "revoked"]);
  await expect(page.locator("#clock")).toBeVisible();
  await page.locator("#clock").click();
  await page.getByRole("button", { name: "Dechrau", exact: true }).click();
  await asked(page, "matters");
  expect(await log(page), "nothing sounds by itself").toEqual([]);
  await sounds(page, "matters");
});

test("a recording that is gone is no button, or no sound, and keeps back nothing", async ({ page }) => {
  const without = (prefix: string) => page.evaluate(async (prefix) => {
    const db = await new Promise<IDBDatabase>((done) => { const request = indexedDB.open("trellis"); request.onsuccess = () => done(request.result); });
    const write = db.transaction("records", "readwrite");
    write.objectStore("records").delete(IDBKeyRange.bound(prefix, `${prefix}~`));
    await new Promise((done) => { write.oncomplete = done; });
    db.close();
  }, prefix);
  await bring(page, [ogg("items.matters.text", 1), ogg("items.helped_before.text", 1)]);
  await toQuestion(page);
  await without("os");
  await start(page).click();
  await expect(start(page), "silence is over at once").toBeVisible();
  expect(await log(page)).toEqual([]);
  await page.getByRole("button", { name: "English" }).click();
  await handBack(page, PASSPHRASE);
  await on(page, "handed-back");
  await without("x");
  await toQuestion(page);
  await expect(start(page)).toHaveCount(0);
});
