// What goes wrong, and what is lost then: nothing.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test, today, watchPage } from "../fixtures.ts";
import {
  addPerson, andSaved, answer, begin, finish, give, item, lock, main, makeVault, on, onQuestion, PASSPHRASE, revision,
  tap, toPeople, toPerson, unlock, walk, lookBack,
} from "../walk.ts";

const START = "2026-03-02T10:00:00";
const problem = (page: Page) => page.locator("#error-summary");
const ready = async (page: Page, name = "Nia") => {
  await makeVault(page);
  await addPerson(page, name);
};
/** Opens the page again as after a restart of the tablet. */
const again = async (page: Page) => {
  await page.goto("/");
  await unlock(page);
  await on(page, "people");
};

test("a wrong passphrase gets one sentence and a delay that grows and outlives a reload, and nothing is lost", async ({ page }) => {
  await today(page, START.slice(0, 10));
  await ready(page);
  await toPeople(page);
  await lock(page);
  let now = new Date(START).getTime();
  const later = async (seconds: number) => {
    now += 1000 * seconds;
    await page.clock.setFixedTime(now);
  };
  const wrong = "That passphrase does not open this tablet. Nothing is lost. Check it and try again.";
  const waits = ["Please wait one second, then try again. Nothing is lost.", ...[2, 4, 8].map((n) => `Please wait ${n} seconds, then try again. Nothing is lost.`)];
  for (const [tries, wait] of waits.entries()) {
    await unlock(page, `${PASSPHRASE} ${tries}`);
    await expect(problem(page).locator("li")).toHaveText([wrong]);
    await expect(page.locator(".govuk-error-message")).toHaveText([wrong]);
    await unlock(page, PASSPHRASE);
    await expect(problem(page).locator("li")).toHaveText([wait]);
    await expect(problem(page)).toBeFocused();
    await page.reload();
    await unlock(page, PASSPHRASE);
    await expect(problem(page).locator("li"), "the delay outlives a reload").toHaveText([wait]);
    await later(2 ** tries);
  }
  await unlock(page, PASSPHRASE);
  await on(page, "people");
  await expect(main(page)).toContainText("Nia");
  await lock(page);
  await unlock(page, "   ");
  await expect(problem(page).locator("li"), "after the right one the delay starts again").toHaveText([wrong]);
});

test("a passphrase that is too short, or not the same twice, is said at once, at its field, and takes focus", async ({ page }) => {
  const rows = [
    ["fourteen chars", "fourteen chars", "passphrase", "Your passphrase needs at least 15 characters."],
    ["", "", "passphrase", "Your passphrase needs at least 15 characters."],
    [PASSPHRASE, `${PASSPHRASE} `, "again", "The two passphrases are not the same. Type both again."],
  ];
  for (const [first, second, field, sentence] of rows) {
    await page.goto("/new");
    await page.locator("#passphrase").fill(first);
    await page.locator("#again").fill(second);
    await page.getByRole("button", { name: "Lock and start" }).click();
    await expect(problem(page).locator("li")).toHaveText([sentence]);
    await expect(problem(page)).toBeFocused();
    await expect(page.locator(`#${field}-error`)).toHaveText(sentence);
    await page.locator(`#${field}`).focus();
    await page.getByRole("button", { name: "Lock and start" }).click();
    await expect.soft(problem(page), "the same mistake again takes focus again").toBeFocused();
    await problem(page).getByRole("link").click();
    await expect(page.locator(`#${field}`)).toBeFocused();
  }
  await page.goto("/");
  await expect(page.getByRole("link", { name: "Set up this tablet" })).toBeVisible();
});

test("a form that is not filled in says so, and the summary leads to its field, where it still says so", async ({ page }) => {
  await makeVault(page);
  await page.getByRole("link", { name: "Add a person" }).click();
  await page.getByLabel("Name").fill("   ");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(problem(page)).toBeFocused();
  await problem(page).getByRole("link", { name: "Enter a name or a reference." }).click();
  await expect(page.locator("#name")).toBeFocused();
  await expect.soft(page.locator("#name-error")).toHaveText("Enter a name or a reference.");
  await page.getByLabel("Name").fill("Nia");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await on(page, "person");
  await page.getByRole("link", { name: "Start together" }).click();
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(problem(page)).toBeFocused();
  await problem(page).getByRole("link", { name: "Choose where home is at the moment." }).click();
  await expect(page.locator("#setting-community")).toBeFocused();
  await expect.soft(page.locator("#setting-error")).toHaveText("Choose where home is at the moment.");
});

type Records = Record<string, string>;

/** Every record of the vault, in hexadecimal. */
async function records(page: Page): Promise<Records> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open("trellis"));
    const store = db.transaction("records").objectStore("records");
    const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
    db.close();
    return Object.fromEntries(keys.map((key, n) => [String(key), [...new Uint8Array(values[n].buffer ?? values[n])].map((b) => b.toString(16).padStart(2, "0")).join("")]));
  });
}

type Damage = "a bit of it is flipped" | "it is no bytes any more";

/** Flips the last bit of a record, or puts a number in its place. */
async function damage(page: Page, key: string, how: Damage = "a bit of it is flipped"): Promise<void> {
  await page.evaluate(async ({ key, how }) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open("trellis"));
    const there: Uint8Array = new Uint8Array(await done(db.transaction("records").objectStore("records").get(key)));
    there[there.length - 1] ^= 1;
    const put = how === "it is no bytes any more" ? 7 : there;
    await done(db.transaction("records", "readwrite").objectStore("records").put(put, key));
    db.close();
  }, { key, how });
}

// The first letter of a record's key says what it is: a person's key, a person, the head of a sitting.
const DAMAGED: [string, string, Damage][] = [
  ["p", "person", "a bit of it is flipped"],
  ["k", "person's key", "a bit of it is flipped"],
  ["p", "person", "it is no bytes any more"],
  ["k", "person's key", "it is no bytes any more"],
];
for (const [kind, what, how] of DAMAGED) {
  test(`a ${what} is kept as it is and counted when ${how}, and the others open`, async ({ page }) => {
    await ready(page, "Nia");
    const first = Object.keys(await records(page));
    await toPeople(page);
    await addPerson(page, "Owain");
    await toPeople(page);
    await lock(page);
    const [key] = first.filter((key) => key.startsWith(kind));
    await damage(page, key, how);
    const damaged = (await records(page))[key];
    await unlock(page);
    await on(page, "people");
    await expect(main(page)).toContainText(/could not be opened\. .* kept as .* everything else is here\./);
    if (kind === "p") {
      await expect(main(page)).toContainText("One record could not be opened. It is kept as it is, and everything else is here.");
    }
    await expect(main(page)).toContainText("Owain");
    await expect(main(page)).not.toContainText("Nia");
    await addPerson(page, "Mair");
    await begin(page);
    await answer(page, "matters", "Bread");
    expect((await records(page))[key], "the damaged bytes are never written over").toBe(damaged);
  });
}

test("answers that will not open are shown as such, kept as they are, and the person's page still opens", async ({ page }) => {
  await ready(page);
  await begin(page);
  await answer(page, "matters", "Bread");
  await lock(page);
  const [key] = Object.keys(await records(page)).filter((key) => key.startsWith("z"));
  await damage(page, key);
  const damaged = (await records(page))[key];
  await unlock(page);
  await expect(main(page)).toContainText("The answers of this one could not be opened. They are kept as they are, and nothing was changed.");
  await toPeople(page);
  await toPerson(page, "Nia");
  await expect(main(page)).toContainText("The answers of this one could not be opened. They are kept as they are.");
  expect((await records(page))[key]).toBe(damaged);
});

test("an assessment that will not open keeps back none of the others when scores are taken out, and the page says so", async ({ page }) => {
  await today(page, START.slice(0, 10));
  await makeVault(page);
  const before: string[] = [];
  for (const name of ["Nia", "Owain"]) {
    await addPerson(page, name);
    await begin(page);
    await walk(page, {});
    await finish(page);
    await toPeople(page);
    await toPerson(page, name);
    await tap(page, "research-yes");
    await expect(item(page, "research")).toContainText("Yes, since");
    before.push(...Object.keys(await records(page)).filter((key) => key.startsWith("z") && !before.includes(key)));
    await toPeople(page);
  }
  await lock(page);
  await damage(page, before[0]);
  await unlock(page);
  await page.getByRole("link", { name: "Take scores out" }).click();
  await page.getByRole("button", { name: "Make the files" }).click();
  await expect(main(page)).toContainText("One assessment will not open on this tablet. It is kept as it is, and is in none of these files.");
  const arriving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download answers_strengths-profile.csv" }).click();
  const file = await (await arriving).path();
  expect(readFileSync(file, "utf8").trimEnd().split("\n"), "the header and the one that opens").toHaveLength(2);
});

test("answers the tablet does not read at once are read when asked again, and never called shut", async ({ page }) => {
  await page.addInitScript(() => {
    window.readsToFail = 0;
    const get = IDBObjectStore.prototype.get;
    IDBObjectStore.prototype.get = function (...all) {
      if (window.readsToFail > 0 && String(all[0]).startsWith("z")) {
        window.readsToFail -= 1;
        throw new DOMException("lost", "UnknownError");
      }
      return get.apply(this, all);
    };
  });
  await ready(page);
  await begin(page);
  await answer(page, "matters", "Bread");
  await again(page);
  await page.evaluate(() => { window.readsToFail = 1; });
  await toPersonUnread(page, "Nia");
  await expect(main(page)).toContainText("The tablet did not read these answers just now. They are kept, and nothing was lost.");
  await page.getByRole("button", { name: "Try again" }).click();
  await on(page, "person");
  await page.getByRole("link", { name: "Go on where we stopped" }).click();
  await on(page, "question");
  await expect(page.locator("#matters")).toHaveValue("Bread");
});

declare global {
  interface Window { readsToFail: number }
}
const toPersonUnread = async (page: Page, name: string) => {
  await page.getByRole("link", { name }).click();
  await on(page, "unread");
};

const refusals = [
  { what: "without a database", sentence: "This browser has no safe place to keep answers.", stub: () => Object.defineProperty(window, "indexedDB", { value: undefined }) },
  { what: "whose database will not open", sentence: "This browser has no safe place to keep answers.", stub: () => { IDBFactory.prototype.open = () => { throw new DOMException("no", "SecurityError"); }; } },
  { what: "without a secure connection", sentence: "This page did not come over a secure connection", stub: () => Object.defineProperty(window, "isSecureContext", { value: false }) },
];
for (const { what, sentence, stub } of refusals) {
  test(`a browser ${what} is told so, and refused`, async ({ page }) => {
    await page.addInitScript(stub);
    await page.goto("/");
    await on(page, "refused");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Trellis cannot keep answers safe here");
    await expect(main(page)).toContainText(sentence);
    await expect(main(page).getByRole("button")).toHaveCount(0);
    await expect(page.getByText("Set up this tablet")).toHaveCount(0);
  });
}

test("a second tab is refused, may take over, and then the first one locks itself", async ({ page, context, watch, baseURL }) => {
  await ready(page);
  await begin(page);
  await answer(page, "matters", "Bread");
  const second = await context.newPage();
  await watchPage(second, watch, new URL(baseURL ?? "").origin);
  await second.goto("/");
  await on(second, "refused");
  await expect(main(second)).toContainText("Trellis is already open in another tab of this tablet.");
  await second.getByRole("button", { name: "Use it here instead" }).click();
  await on(second, "unlock");
  await on(page, "refused");
  await expect(page.locator("body")).not.toContainText(/Nia|Bread/);
  await unlock(second);
  await toPerson(second, "Nia");
  await second.getByRole("link", { name: "Go on where we stopped" }).click();
  await on(second, "question");
  await answer(second, "helped_before", "Butter");
  await second.close();
  await page.getByRole("button", { name: "Use it here instead" }).click();
  await unlock(page);
  await onQuestion(page, "matters");
  await expect(page.locator("#matters")).toHaveValue("Bread");
  await expect(page.locator("#helped_before")).toHaveValue("Butter");
});

test("when the app stops, a plain panel says what is saved", async ({ page }) => {
  await page.goto("/");
  await on(page, "first");
  const panel = page.locator("#stopped");
  await expect(panel).toBeHidden();
  await expect(panel).toHaveText(/Sorry, Trellis has stopped\s*Every answer that showed Saved is safe on this device\. Your last tap may need giving again\.\s*Open Trellis again/);
  await page.evaluate(() => trellis.stopped());
  await expect(panel).toBeVisible();
  await expect(panel).toContainText("Every answer that showed Saved is safe on this device. Your last tap may need giving again.");
  await expect(page.locator("#app")).toHaveAttribute("inert");
  await panel.getByRole("link", { name: "Open Trellis again" }).click();
  await on(page, "first");
  await expect(panel).toBeHidden();
});

// Two ways a tablet fails to write: at once (no room), or after it seemed to have gone well.
const failures = ["refused at once", "rolled back"];
declare global {
  interface Window { writesToFail: number }
}
/** The next writes will fail, as many as `failing` says. */
async function breakable(page: Page, how: string): Promise<void> {
  await page.addInitScript((how) => {
    window.writesToFail = 0;
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...all) {
      if (window.writesToFail === 0) {
        return put.apply(this, all);
      }
      window.writesToFail -= 1;
      if (how === "refused at once") {
        throw new DOMException("no room", "QuotaExceededError");
      }
      const request = put.apply(this, all);
      this.transaction.abort();
      return request;
    };
  }, how);
}
const fail = (page: Page) => page.evaluate(() => { window.writesToFail = 1; });
const notSaved = (page: Page) => page.getByRole("alert").filter({ hasText: "Not saved yet" });
const tryAgain = async (page: Page) => {
  await expect(notSaved(page)).toContainText("Your answers are still on this screen. Keep it open and try again.");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(notSaved(page)).toHaveCount(0);
};

for (const how of failures) {
  test(`an answer that is ${how} is said not to be saved, stays on the screen, and Try again keeps it`, async ({ page }) => {
    await breakable(page, how);
    await ready(page);
    await begin(page);
    await answer(page, "matters", "Bread");
    const before = await revision(page);
    await fail(page);
    await give(page, "helped_before", "Butter 🧈");
    await expect(notSaved(page)).toBeVisible();
    await expect(page.locator(".saved")).not.toHaveText("Saved");
    expect(await revision(page)).toBe(before);
    await expect(page.locator("#helped_before")).toHaveValue("Butter 🧈");
    await tryAgain(page);
    await expect(page.locator(".saved")).toHaveText("Saved");
    expect(await revision(page)).toBeGreaterThan(before);
    await again(page);
    await toPerson(page, "Nia");
    await page.getByRole("link", { name: "Go on where we stopped" }).click();
    await on(page, "question");
    await expect(page.locator("#matters")).toHaveValue("Bread");
    await expect(page.locator("#helped_before")).toHaveValue("Butter 🧈");
  });

  test(`a person whose writing is ${how} is there after Try again, also after the next start`, async ({ page }) => {
    await breakable(page, how);
    await makeVault(page);
    await fail(page);
    await addPerson(page, "Nia");
    await tryAgain(page);
    await begin(page);
    await answer(page, "matters", "Bread");
    await again(page);
    await expect(main(page)).not.toContainText("could not be opened");
    await toPerson(page, "Nia");
    await page.getByRole("link", { name: "Go on where we stopped" }).click();
    await on(page, "question");
    await expect(page.locator("#matters")).toHaveValue("Bread");
  });

  test(`a beginning that is ${how} takes no later answer with it: what showed Saved is there at the next start`, async ({ page }) => {
    await breakable(page, how);
    await ready(page);
    await fail(page);
    await begin(page);
    await expect(notSaved(page)).toBeVisible();
    await answer(page, "matters", "Bread");
    await again(page);
    await toPerson(page, "Nia");
    await expect(main(page)).toContainText("Go on where we stopped");
    await page.getByRole("link", { name: "Go on where we stopped" }).click();
    await on(page, "question");
    await expect(page.locator("#matters")).toHaveValue("Bread");
  });

  test(`two things that are ${how}, one after the other, are both kept by Try again`, async ({ page }) => {
    await breakable(page, how);
    await ready(page);
    await begin(page);
    await answer(page, "matters", "Bread");
    await fail(page);
    await give(page, "helped_before", "Butter");
    await expect(notSaved(page)).toBeVisible();
    await page.getByRole("link", { name: "Stop here for today" }).click();
    await lookBack(page);
    await fail(page);
    await tap(page, "research-yes");
    await expect(item(page, "research")).toContainText("Yes, since");
    await tryAgain(page);
    await again(page);
    await toPerson(page, "Nia");
    await expect(item(page, "research")).toContainText("Yes, since");
    await page.getByRole("link", { name: "Go on where we stopped" }).click();
    await on(page, "question");
    await expect(page.locator("#helped_before")).toHaveValue("Butter");
  });
}

test("words typed and locked away at once are there after unlocking", async ({ page }) => {
  await ready(page);
  await begin(page);
  await page.locator("#matters").fill("Bread");
  await page.getByRole("button", { name: "Lock", exact: true }).click();
  await unlock(page);
  await on(page, "question");
  await expect(page.locator("#matters")).toHaveValue("Bread");
});

for (const [what, way] of [["would rather not be said", "refuse"], ["were cleared", "clear"]]) {
  test(`words typed where some ${what} before stay where they are typed`, async ({ page }) => {
    await ready(page);
    await begin(page);
    await answer(page, "matters", "Bread");
    await answer(page, "matters", way);
    await expect(page.locator("#matters")).toHaveValue("");
    await page.locator("#matters").click();
    await andSaved(page, () => page.keyboard.type("Bread and"));
    // Only what shows Saved is promised to outlive the reload.
    await andSaved(page, () => page.keyboard.type(" butter"));
    await expect(page.locator("#matters")).toBeFocused();
    await expect(page.locator("#matters")).toHaveValue("Bread and butter");
    await page.reload();
    await unlock(page);
    await on(page, "question");
    await expect(page.locator("#matters")).toHaveValue("Bread and butter");
  });
}

test("who to call that the tablet cannot keep says so, loses nothing, and Try again keeps it", async ({ page }) => {
  await breakable(page, failures[0]);
  await ready(page);
  await page.goto("/service");
  await unlock(page);
  await on(page, "service");
  await page.locator("#contacts").fill("Duty desk 01632 960 001");
  await fail(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await on(page, "contacts");
  await expect(notSaved(page)).toContainText("The tablet did not keep who to call. What you wrote is still here.");
  await expect(main(page)).toContainText("Duty desk 01632 960 001");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(notSaved(page)).toHaveCount(0);
  await page.reload();
  await expect(main(page)).toContainText("Duty desk 01632 960 001");
});
