// Walks through Trellis as two people would: the door, the list, a whole assessment from a table of
// answers. Knows the screens only by what they say about themselves (`main[data-page]`, `#item-<id>`,
// `#<id>-<code>`), so that a journey is rows of data.
import { readFileSync } from "node:fs";
import { expect, type Locator, type Page } from "@playwright/test";

/** A passphrase nobody uses. */
export const PASSPHRASE = "seven copper kettles by the quiet harbour";

/** A code, several codes, words for an open question, or one of the two ways round a question. */
export type Given = number | number[] | string;
/** Item id to answer. What is not listed is passed over with Continue. */
export type Answers = Record<string, Given>;

type Item = { id: string; section: string; kind: string; setting?: string };
type Definition = { title: string; version: string; items: Item[]; sections: { id: string; intention: string }[]; scales: { id: string; intention: string }[] };

/** The definition the app is built with. */
export const strengthsProfile: Definition = JSON.parse(
  readFileSync(new URL("../../instruments/strengths-profile/definition.json", import.meta.url), "utf8"),
);

/** The ids of the items whose section has this intention, in the order of the definition. */
export function itemsFor(intention: string): string[] {
  const sections = strengthsProfile.sections.filter((one) => one.intention === intention).map((one) => one.id);
  return strengthsProfile.items.filter((item) => sections.includes(item.section)).map((item) => item.id);
}

/** The same answer for many items. */
export function all(items: string[], given: Given): Answers {
  return Object.fromEntries(items.map((item) => [item, given]));
}

export const main = (page: Page): Locator => page.locator("main");
export const item = (page: Page, id: string): Locator => page.locator(`#item-${id}`);

/** Taps an answer where a finger would: the input lies over its whole card. Gives up when it is not the answer then. */
export async function tap(page: Page, id: string): Promise<void> {
  await page.locator(`[id="${id}"]`).click();
  await expect(page.locator(`[id="${id}"]`)).toBeChecked();
}

/** Presses Tab until focus is there; never a mouse. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  const there = () => page.locator(selector).first().evaluate((one) => one === document.activeElement);
  for (let presses = 0; presses < 80 && !(await there()); presses += 1) {
    await page.keyboard.press("Tab");
  }
  await expect(page.locator(selector).first()).toBeFocused();
}

/** Says that the same people are here as last time; where nobody said so before, that the worker is. */
export async function stillHere(page: Page): Promise<void> {
  await expect(main(page)).toHaveAttribute("data-page", "here");
  await page.getByRole("button", { name: /^(The same as last time|Go on)$/ }).first().click();
  await expect(main(page)).not.toHaveAttribute("data-page", "here");
}

/** Waits until a page of the app is shown. Asked who is here on the way there, it is the same people as last time. */
export async function on(page: Page, name: string): Promise<void> {
  if (name !== "here") {
    await expect(main(page)).toHaveAttribute("data-page", new RegExp(`^(${name}|here)$`));
    if ((await main(page).getAttribute("data-page")) === "here") {
      await stillHere(page);
    }
  }
  await expect(main(page)).toHaveAttribute("data-page", name);
}

/** Waits until the screen with this item is shown. */
export async function onQuestion(page: Page, id: string): Promise<void> {
  await on(page, "question");
  await expect(item(page, id)).toBeVisible();
}

/** From a fresh tablet to an open, empty vault. */
export async function makeVault(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await page.goto("/");
  await page.getByRole("link", { name: "Set up this tablet" }).click();
  await on(page, "new");
  await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await page.getByLabel("The same passphrase again").fill(passphrase);
  await page.getByRole("button", { name: "Lock and start" }).click();
  await on(page, "people");
}

export async function unlock(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await on(page, "unlock");
  await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await page.getByRole("button", { name: "Unlock", exact: true }).click();
}

export async function lock(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Lock", exact: true }).click();
  await on(page, "unlock");
}

/** From a fresh tablet to the list of example people. */
export async function openExamples(page: Page): Promise<void> {
  await page.goto("/");
  await page.getByRole("button", { name: "Try it with example people" }).click();
  await on(page, "people");
}

export async function toPeople(page: Page): Promise<void> {
  await page.getByRole("link", { name: "People", exact: true }).click();
  await on(page, "people");
}

export async function toPerson(page: Page, name: string): Promise<void> {
  await page.getByRole("link", { name }).click();
  await on(page, "person");
}

/** Adds a person; ends on the person's page. */
export async function addPerson(page: Page, name: string): Promise<void> {
  await page.getByRole("link", { name: "Add a person" }).click();
  await on(page, "add");
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await on(page, "person");
}

/** From the taps after a sitting, past the page for the link worker, to the person's page. */
export async function lookBack(page: Page): Promise<void> {
  await on(page, "after");
  await page.getByRole("link", { name: "Go on, link worker" }).click();
  await on(page, "concern");
  await page.getByRole("button", { name: "Nothing concerned me" }).click();
  await on(page, "person");
}

/** Stops a sitting for today; ends on the person's page. */
export async function stopForToday(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Stop here for today" }).click();
  await lookBack(page);
}

/** From a person's page to the first question. */
export async function begin(page: Page, how = "Start together", setting: "community" | "custody" = "community"): Promise<void> {
  await page.getByRole("link", { name: how }).click();
  await on(page, "begin");
  await tap(page, `setting-${setting}`);
  await page.getByRole("button", { name: "Begin" }).click();
  await on(page, "question");
}

/** The revision that is safely kept. */
export async function revision(page: Page): Promise<number> {
  return Number(await main(page).getAttribute("data-saved-revision"));
}

/** Does something that gives an answer, and waits until it is safely kept. */
export async function andSaved(page: Page, doing: () => Promise<void>): Promise<void> {
  const before = await revision(page);
  await doing();
  await expect.poll(() => revision(page), "the saved revision rises").toBeGreaterThan(before);
  await expect(page.locator(".saved")).toHaveText("Saved");
}

/** The ids of the items on the screen. */
export async function shown(page: Page): Promise<string[]> {
  const ids = await page.locator("main fieldset[id^=item-]").evaluateAll((fields) => fields.map((field) => field.id));
  return ids.map((id) => id.slice("item-".length));
}

/** Gives one answer, without waiting for it to be kept. */
export async function give(page: Page, id: string, given: Given): Promise<void> {
  const field = item(page, id);
  if (given === "skip") {
    await field.getByRole("button", { name: /^Skip: / }).click();
  } else if (given === "refuse") {
    await field.getByRole("button", { name: /^I would rather not say: / }).click();
  } else if (given === "clear") {
    await field.getByRole("button", { name: /^Clear my answer: / }).click();
  } else if (typeof given === "string" && (await field.locator("textarea").count()) > 0) {
    await field.locator("textarea").fill(given);
    await field.locator("textarea").blur();
  } else {
    for (const code of Array.isArray(given) ? given : [given]) {
      await tap(page, `${id}-${code}`);
    }
  }
}

/** Gives one answer and waits until it is safely kept. */
export async function answer(page: Page, id: string, given: Given): Promise<void> {
  await andSaved(page, () => give(page, id, given));
}

/** Whether this is the answer already: giving it again would change nothing. */
async function given(page: Page, id: string, wanted: Given): Promise<boolean> {
  const codes = Array.isArray(wanted) ? wanted : [wanted];
  const checked = await item(page, id).locator("input:checked").evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
  return checked.length > 0 && checked.sort().join() === codes.map(String).sort().join();
}

/** Presses Continue and waits for the next screen. */
export async function goOn(page: Page): Promise<void> {
  const here = (await main(page).getAttribute("data-item")) ?? "";
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(main(page)).not.toHaveAttribute("data-item", here);
}

/** Goes on from the page that says what comes next, when it is that page. */
export async function told(page: Page): Promise<void> {
  if ((await main(page).getAttribute("data-page")) === "heads-up") {
    await page.getByRole("link", { name: "Go on to these questions" }).click();
    await on(page, "question");
  }
}

export type Walk = {
  /** Stops, without answering, on the screen with this item. */
  until?: string;
  /** Looks at every screen before it is answered. */
  look?: (items: string[]) => Promise<void>;
};

/** Answers every screen from where it is on. Gives the items met, in the order they were met. */
export async function walk(page: Page, answers: Answers, { until, look }: Walk = {}): Promise<string[]> {
  const met: string[] = [];
  await told(page);
  while ((await main(page).getAttribute("data-page")) === "question") {
    const items = await shown(page);
    if (until !== undefined && items.includes(until)) {
      return met;
    }
    met.push(...items);
    await look?.(items);
    for (const id of items) {
      if (answers[id] !== undefined && !(await given(page, id, answers[id]))) {
        await answer(page, id, answers[id]);
      }
    }
    await goOn(page);
    await told(page);
  }
  return met;
}

/** From the answers to a finished assessment, with nothing said about oneself. */
export async function finish(page: Page): Promise<void> {
  await on(page, "check");
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await on(page, "about-you");
  await page.getByRole("button", { name: "Finish" }).click();
  await on(page, "profile");
}

/** The rows of a table, cell by cell, without its head. */
export async function rows(table: Locator): Promise<string[][]> {
  return table.locator("tbody tr").evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll("th, td")].map((cell) => (cell.textContent ?? "").trim())),
  );
}
