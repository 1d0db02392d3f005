// Nothing about a person lies readable on the tablet: every place a browser keeps something is looked
// through, in every spelling, for words that were planted on the way.
import type { Page } from "@playwright/test";
import { expect, installed, test, today } from "../fixtures.ts";
import {
  addPerson, all, andSaved, answer, begin, finish, give, goOn, itemsFor, lock, main, makeVault, on,
  openExamples, tap, toPeople, toPerson, unlock, walk, lookBack,
} from "../walk.ts";

const PASSPHRASE = "zanzibar kite canary passphrase";
const PLANTED = {
  name: "Quennell Canaryname",
  "own words": "Canarywords ŵyl 🌱 by the river",
  "an action": "Canaryaction ring the baker",
  "the named thing": "Canarystep on Fridays",
  passphrase: PASSPHRASE,
};

type Kept = { where: string; bytes: string };

/** Everything this browser keeps for the page, as base64, and what the page itself shows to others. */
async function everything(page: Page): Promise<Kept[]> {
  return page.evaluate(async () => {
    const kept: { where: string; bytes: string }[] = [];
    const base64 = (bytes: Uint8Array) => {
      let text = "";
      bytes.forEach((byte) => (text += String.fromCharCode(byte)));
      return btoa(text);
    };
    const keep = (where: string, what: unknown) => {
      const bytes = ArrayBuffer.isView(what)
        ? new Uint8Array(what.buffer, what.byteOffset, what.byteLength)
        : what instanceof ArrayBuffer ? new Uint8Array(what) : new TextEncoder().encode(typeof what === "string" ? what : JSON.stringify(what));
      kept.push({ where, bytes: base64(bytes) });
    };
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const { name } of await indexedDB.databases()) {
      const db = await done(indexedDB.open(name ?? ""));
      keep("database", name);
      for (const store of db.objectStoreNames) {
        const opened = db.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([done(opened.getAllKeys()), done(opened.getAll())]);
        keys.forEach((key, n) => {
          keep(`${name} ${store} key`, key);
          keep(`${name} ${store} ${String(key)}`, values[n]);
        });
      }
      db.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        keep(`cache ${request.url}`, request.url);
        keep(`cache ${request.url}`, await (await cache.match(request))?.arrayBuffer());
      }
    }
    const root = await navigator.storage.getDirectory();
    for await (const name of (root as unknown as { keys(): AsyncIterable<string> }).keys()) {
      keep("file system", name);
    }
    keep("localStorage", { ...localStorage });
    keep("sessionStorage", { ...sessionStorage });
    keep("cookies", document.cookie);
    keep("title", document.title);
    keep("address", location.href);
    keep("history state", history.state ?? "none");
    keep("window name", window.name);
    return kept;
  });
}

/** The places where something planted is found, in any of four spellings. */
function found(kept: Kept[], planted: Record<string, string> = PLANTED): string[] {
  const places: string[] = [];
  for (const { where, bytes } of kept) {
    const there = Buffer.from(bytes, "base64");
    for (const [what, words] of Object.entries(planted)) {
      // The first word alone is enough to tell; the encodings are those a browser might use.
      for (const part of [words, words.split(" ")[0]]) {
        const plain = (["utf8", "utf16le", "latin1"] as const).map((how) => Buffer.from(part, how));
        const spellings = [...plain, Buffer.from(Buffer.from(part).toString("hex"))];
        if (spellings.some((spelling) => there.includes(spelling))) {
          places.push(`${what} in ${where}`);
        }
      }
    }
  }
  return places;
}

test("the search itself finds what lies open, so that finding nothing means something", async ({ page }) => {
  await page.goto("/");
  await on(page, "first");
  await page.evaluate(async (words) => {
    localStorage.setItem("planted", words);
    sessionStorage.setItem("planted", words);
    const utf16 = new Uint8Array([...words].flatMap((one) => [one.charCodeAt(0) & 255, one.charCodeAt(0) >> 8]));
    const request = indexedDB.open("planted");
    request.onupgradeneeded = () => request.result.createObjectStore("open").put(utf16, "key");
    await new Promise((opened) => (request.onsuccess = opened));
    request.result.close();
  }, PLANTED["an action"]);
  const places = new Set(found(await everything(page)));
  expect(places).toEqual(new Set(["an action in planted open key", "an action in localStorage", "an action in sessionStorage"]));
});

test("after the whole journey nothing said is readable in any store, title, address or history", async ({ page }) => {
  test.setTimeout(180_000);
  const shown: string[] = [];
  page.on("framenavigated", async (frame) => shown.push(frame.url()));
  await today(page, "2026-03-02");
  await makeVault(page, PASSPHRASE);
  await installed(page);
  await addPerson(page, PLANTED.name);
  await tap(page, "research-yes");
  await begin(page);
  await answer(page, "matters", PLANTED["own words"]);
  await goOn(page);
  await answer(page, "cannot_wait", [5]);
  await page.getByRole("link", { name: "Sort this first" }).click();
  await page.getByLabel("Note what we will do").fill(PLANTED["an action"]);
  await page.getByRole("button", { name: "Note it and stop here for today" }).click();
  await lookBack(page);
  await page.getByRole("link", { name: "Go on where we stopped" }).click();
  await on(page, "question");
  expect(found(await everything(page)), "in the middle").toEqual([]);
  await walk(page, { ...all(itemsFor("strength"), 1), named_thing: PLANTED["the named thing"] });
  expect(found(await everything(page)), "at the answers").toEqual([]);
  await finish(page);
  expect(found(await everything(page)), "at the profile").toEqual([]);
  await page.getByRole("link", { name: "Take scores out" }).click();
  await page.getByRole("button", { name: "Make the files" }).click();
  await expect(page.getByRole("button", { name: /^Download / })).toHaveCount(7);
  expect(found(await everything(page)), "with the files made").toEqual([]);
  await toPeople(page);
  await expect(main(page)).toContainText(PLANTED.name);
  await lock(page);
  const html = await page.evaluate(() => document.documentElement.outerHTML + [...document.querySelectorAll("input")].map((one) => one.value).join());
  expect(found([...(await everything(page)), { where: "the locked page", bytes: Buffer.from(html).toString("base64") }])).toEqual([]);
  expect(found(shown.map((url) => ({ where: url, bytes: Buffer.from(decodeURIComponent(url)).toString("base64") })))).toEqual([]);
  await unlock(page, PASSPHRASE);
  await expect(main(page)).toContainText(PLANTED.name);
});

test("Back after locking shows nothing of what was there", async ({ page }) => {
  await makeVault(page, PASSPHRASE);
  await addPerson(page, PLANTED.name);
  await begin(page);
  await answer(page, "matters", PLANTED["own words"]);
  await toPeople(page);
  await lock(page);
  await page.goBack();
  await on(page, "unlock");
  await expect(page.locator("body")).not.toContainText(/Canary/);
});

/** The bytes of the only record whose key begins with this letter. */
async function record(page: Page, kind: string): Promise<Buffer> {
  const kept = (await everything(page)).filter((one) => one.where.startsWith(`trellis records ${kind}`));
  const values = kept.filter((one) => one.where !== "trellis records key");
  expect(values).toHaveLength(1);
  return Buffer.from(values[0].bytes, "base64");
}

test("the same answer saved again is sealed anew: not even its last bytes stay the same", async ({ page }) => {
  await makeVault(page, PASSPHRASE);
  await addPerson(page, PLANTED.name);
  const people = [await record(page, "p")];
  for (const choice of ["yes", "no", "yes", "no"]) {
    const before = people[people.length - 1];
    await tap(page, `research-${choice}`);
    await expect.poll(async () => (await record(page, "p")).equals(before)).toBe(false);
    people.push(await record(page, "p"));
  }
  // Twice the same person with the same permission of the same day.
  expect(people[1].length).toBe(people[3].length);
  expect(people[1].subarray(-48).equals(people[3].subarray(-48))).toBe(false);
  await begin(page);
  await answer(page, "matters", PLANTED["own words"]);
  const first = await record(page, "z");
  await andSaved(page, () => give(page, "matters", "clear"));
  await answer(page, "matters", PLANTED["own words"]);
  const again = await record(page, "z");
  expect(again.equals(first)).toBe(false);
  const runs = Array.from({ length: first.length - 15 }, (_, n) => first.subarray(n, n + 16));
  const same = runs.filter((run) => again.includes(run)).length;
  // The label (version, vault, person, record) is in the clear and stays; the sealed rest does not.
  expect(same, "runs of 16 bytes that both have").toBeLessThan(100);
  expect(again.includes(first.subarray(-32))).toBe(false);
});

test("the examples lie in a database of their own, sealed, and are gone when closed and at the next start", async ({ page }) => {
  const databases = () => page.evaluate(async () => (await indexedDB.databases()).map((one) => one.name));
  const names = { Rhys: "Rhys (example)", Marged: "Marged (example)", words: "Football, and my nan." };
  const stored = async () => (await everything(page)).filter((one) => one.where.startsWith("trellis-examples records"));
  await openExamples(page);
  await expect(page.locator(".person-row")).toHaveCount(6);
  await expect(page.locator("body")).toContainText("These are example people.");
  expect((await stored()).length).toBeGreaterThan(10);
  expect(found(await stored(), names)).toEqual([]);
  expect(found((await everything(page)).filter((one) => one.where.startsWith("trellis records")), names)).toEqual([]);
  await page.getByRole("button", { name: "Close the examples" }).click();
  await on(page, "first");
  await expect.poll(databases).not.toContain("trellis-examples");
  await expect(page.locator("body")).not.toContainText("example)");
  // Now without closing: the tablet is simply turned off.
  await openExamples(page);
  await page.goto("about:blank");
  await page.goto("/");
  await on(page, "first");
  await expect.poll(databases).not.toContain("trellis-examples");
});

test("trying the examples leaves the service's own vault as it is", async ({ page }) => {
  await makeVault(page, PASSPHRASE);
  await addPerson(page, PLANTED.name);
  const own = async () => (await everything(page)).filter((one) => one.where.startsWith("trellis records"));
  const before = await own();
  await lock(page);
  await page.getByRole("button", { name: "Or try it with example people" }).click();
  await expect(page.locator("body")).toContainText("These are example people.");
  await expect(page.locator("body")).not.toContainText(PLANTED.name);
  await toPeople(page);
  await toPerson(page, "Ref 4471");
  await begin(page);
  await answer(page, "matters", "Only an example");
  expect(await own()).toEqual(before);
  await page.getByRole("button", { name: "Close the examples" }).click();
  await unlock(page, PASSPHRASE);
  await expect(page.locator("body")).not.toContainText("These are example people.");
  await page.getByRole("link", { name: "People", exact: true }).click();
  await toPerson(page, PLANTED.name);
});
