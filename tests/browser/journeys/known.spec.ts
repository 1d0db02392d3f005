// What is already known: facts from before, gone through with the person, so that nobody has to say them twice. Made
// twice: with a finger, and with the keyboard alone.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test, today } from "../fixtures.ts";
import { keys, unlockBack } from "../handed.ts";
import { AXE, looksRight } from "../look.ts";
import { addPerson, finish, main, makeVault, on, onQuestion, PASSPHRASE, tabTo, tap, toPeople, toPerson, walk } from "../walk.ts";

const NAME = "Quennell Canaryname";
/** Somebody who must be in no file and not on a handed-over tablet. */
const PLANTED = "Lives with Zebedee Plantedname";
const OWN = "  Ddim mwy — \u{5e9}\u{5dc}\u{5d5}\u{5dd} 🙂";

type Hands = { name: string; choose(page: Page, selector: string): Promise<void>; press(page: Page, selector: string): Promise<void>; write(page: Page, selector: string, words: string): Promise<void> };

const finger: Hands = {
  name: "with a finger",
  choose: (page, selector) => page.locator(selector).click(),
  press: (page, selector) => page.locator(selector).first().click(),
  write: (page, selector, words) => page.locator(selector).fill(words),
};

const keyboard: Hands = {
  name: "with the keyboard alone",
  async choose(page, selector) {
    const one = page.locator(selector);
    const [first, of] = await one.evaluate((input: HTMLInputElement) => {
      const group = [...document.querySelectorAll<HTMLInputElement>(`[name="${input.name}"]`)];
      return [(input.type === "checkbox" ? input : (group.find((other) => other.checked) ?? group[0])).id, group.length];
    });
    await tabTo(page, `[id="${first}"]`);
    await page.keyboard.press("Space");
    for (let presses = 0; presses < of && !(await one.isChecked()); presses += 1) {
      await page.keyboard.press("ArrowDown");
    }
    await expect(one).toBeChecked();
  },
  async press(page, selector) {
    await tabTo(page, selector);
    await page.keyboard.press("Enter");
  },
  async write(page, selector, words) {
    await tabTo(page, selector);
    await page.keyboard.insertText(words);
  },
};

/** Writes a fact down, from the list of facts. */
async function adds(page: Page, hands: Hands, words: string, source: string, day: Record<string, string> = {}): Promise<void> {
  await hands.press(page, 'a[href$="/known/add"]');
  await on(page, "fact");
  await hands.write(page, "#fact-words", words);
  await hands.choose(page, `#source-${source}`);
  for (const [part, value] of Object.entries(day)) {
    await hands.write(page, `#fact-${part}`, value);
  }
  await hands.press(page, "main button.govuk-button");
  await on(page, "known");
  await expect(page.locator("#heading")).toBeFocused();
}

/** Looks at the page in both languages, and comes back to English. */
async function inBoth(page: Page, name: string): Promise<void> {
  await looksRight(page, name);
  await picture(page, name);
  await page.getByRole("button", { name: "Cymraeg" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "cy");
  await looksRight(page, `${name}, in Welsh`);
  await picture(page, `${name} cy`);
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
}

/** A picture to look at, when somebody wants pictures. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.TRELLIS_PICTURES;
  if (folder === undefined) return;
  const before = page.viewportSize() ?? { width: 820, height: 1180 };
  for (const width of [320, 768]) {
    await page.setViewportSize({ width, height: 1000 });
    await page.screenshot({ path: `${folder}/known-${name.replaceAll(" ", "-")}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize(before);
}

/** From a fresh tablet to a person with facts. */
async function knows(page: Page, hands: Hands, facts: [string, string, Record<string, string>?][]): Promise<void> {
  await today(page, "2026-03-02");
  await page.addInitScript({ path: AXE });
  await makeVault(page);
  await addPerson(page, NAME);
  await expect(main(page)).toContainText("Nothing yet. Add facts from before");
  await hands.press(page, 'a[href$="/known"]');
  await on(page, "known");
  await expect(main(page)).toContainText("Has this person told their story before?");
  for (const [words, source, day] of facts) {
    await adds(page, hands, words, source, day);
  }
}

async function begins(page: Page, hands: Hands, ticks: string[] = []): Promise<void> {
  await hands.press(page, 'a[href$="/begin"]');
  await on(page, "begin");
  for (const id of ["setting-community", ...ticks]) {
    await hands.choose(page, `#${id}`);
  }
  await hands.press(page, "main button.govuk-button");
}

/** The fact with these words, as it stands on the page. */
const fact = (page: Page, words: string) => page.locator(".fact, .fact-asked").filter({ hasText: words });
const toList = async (page: Page) => { await page.getByRole("link", { name: "Back", exact: true }).click(); await on(page, "person"); };

for (const hands of [finger, keyboard]) {
  test(`said once, ${hands.name}: right, not quite, not true, not now, and never asked twice`, async ({ page }, info) => {
    test.setTimeout(240_000);
    await knows(page, hands, [
      [PLANTED, "assessment", { month: "3", year: "2025" }],
      ["Worked as a cook", "referral", { day: "27", month: "2", year: "2026" }],
      ["Has a brother in Cardiff", "service"],
      ["Plays the harp", "told"],
    ]);
    await expect(fact(page, PLANTED)).toContainText("An earlier assessment. March 2025.");
    await expect(fact(page, "Worked as a cook")).toContainText("A referral. 27 February 2026.");
    await expect(fact(page, "Has a brother"), "never today").toContainText("A record of another service. Date not known.");
    await inBoth(page, "the list");
    await toList(page);
    await begins(page, hands);
    await on(page, "known-first");
    await expect(page.locator("#heading")).toBeFocused();
    await expect(page.locator(".here")).toContainText("Here: you and your worker.");
    await expect(page.locator("main input:checked:not(.here input)"), "nothing is chosen to begin with").toHaveCount(0);
    const ids = await page.locator("main fieldset[id^=item-]").evaluateAll((all) => all.map((one) => one.id.slice("item-".length)));
    const [sister, cook, brother, harp] = ids;
    await hands.choose(page, `[id="${sister}-not_quite"]`);
    await hands.write(page, `[id="words-${sister}"]`, OWN);
    await hands.choose(page, `[id="${cook}-right"]`);
    await hands.choose(page, `[id="${brother}-not_true"]`);
    await hands.choose(page, `[id="${harp}-right"]`);
    await hands.press(page, `[id="item-${harp}"] .text-button`);
    await expect(page.locator(`[id="item-${harp}"]`), "focus stays with the fact").toBeFocused();
    await expect(page.locator(`[id="item-${harp}"] input:checked`), "cleared").toHaveCount(0);
    await inBoth(page, "gone through");
    await expect(page.locator(`[id="words-${sister}"]`)).toHaveValue(OWN);
    await hands.press(page, ".go-on a.govuk-button");
    await onQuestion(page, "matters");
    await expect(page.locator("#matters"), "no answer comes of it").toHaveValue("");
    await walk(page, {});
    await on(page, "check");
    await expect(main(page), "one waits").toContainText("What we already know about you");
    await expect(main(page)).not.toContainText("Plantedname");
    await finish(page);

    // After the lock, for the worker: the person's words first, byte for byte.
    await page.goto("/");
    await unlockBack(page, PASSPHRASE);
    await on(page, "people");
    await toPerson(page, NAME);
    await expect(main(page)).toContainText("4 facts. One is still to go through together.");
    await hands.press(page, 'a[href$="/known"]');
    await on(page, "known");
    const sides = fact(page, PLANTED).locator(".side");
    await expect(sides).toHaveCount(2);
    await expect(sides.first()).toContainText(`${NAME} said`);
    await expect(sides.first()).toContainText("On 2 March 2026. Also there: your worker.");
    expect(await sides.first().locator(".own-words").textContent()).toBe(OWN);
    await expect(fact(page, "Worked as a cook")).toContainText("That is right.");
    await expect(fact(page, "Has a brother")).toContainText("That is not true.");
    await expect(fact(page, "Plays the harp")).toContainText("Not gone through together yet.");
    await inBoth(page, "the list with what was said");

    // Ninety days later: what was said is short, what is not true is not there, what is new is asked about.
    await page.clock.setFixedTime(new Date("2026-06-01T10:00:00"));
    await toPeople(page);
    await toPerson(page, NAME);
    await begins(page, hands);
    await on(page, "known-first");
    await expect(main(page)).toContainText("You said on 2 March 2026 that this is right.");
    await expect(main(page)).not.toContainText("brother");
    await expect(page.locator("main fieldset[id^=item-]"), "one is asked about").toHaveCount(1);
    await inBoth(page, "ninety days later");
    await hands.press(page, ".go-on a.govuk-button");
    await onQuestion(page, "matters");

    // In no file.
    await toPeople(page);
    await toPerson(page, NAME);
    await hands.choose(page, "#research-yes");
    await toPeople(page);
    await page.getByRole("link", { name: "Take scores out" }).click();
    await page.getByRole("button", { name: "Make the files" }).click();
    await page.locator(".file-row").first().waitFor();
    const files = page.getByRole("button", { name: /^Download / });
    for (let n = 0; n < (await files.count()); n += 1) {
      const coming = page.waitForEvent("download");
      await files.nth(n).click();
      const path = info.outputPath(`file-${n}`);
      await (await coming).saveAs(path);
      const all = readFileSync(path, "utf8");
      for (const word of ["Plantedname", "Ddim mwy", "cook", "harp"]) {
        expect(all, `file ${n}`).not.toContain(word);
      }
    }
    expect(await files.count()).toBeGreaterThan(2);
    expect((await keys(page)).length, "records in the vault").toBeGreaterThan(2);
  });

  test(`a partner is there, ${hands.name}: nothing is shown, one line says so, and it is done among the answers`, async ({ page }) => {
    test.setTimeout(180_000);
    await knows(page, hands, [[PLANTED, "assessment"]]);
    await toList(page);
    await begins(page, hands, ["company-family"]);
    await onQuestion(page, "matters");
    const line = page.locator(".held-line");
    await expect(line).toHaveText("What we already know about you waits until it is just you and your worker.");
    await expect(main(page)).not.toContainText("Plantedname");
    await inBoth(page, "held");
    const sitting = /\/sitting\/[0-9a-f]{32}/.exec(page.url())?.[0] ?? "";
    await page.goto(`${sitting}/check`);
    await unlockBack(page, PASSPHRASE);
    await on(page, "check");
    await expect(page.locator(".held").first()).toContainText("What we already know is kept for later");
    await hands.press(page, `.held a[href="${sitting}/known"]`);
    await on(page, "known-first");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("What we already know is kept for later");
    await expect(main(page)).not.toContainText("Plantedname");
    await inBoth(page, "kept for later");
    await hands.press(page, ".here summary");
    if (hands === keyboard) {
      await tabTo(page, "#here-family");
      await page.keyboard.press("Space");
    } else {
      await page.locator("#here-family").click();
    }
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("What we already know about you");
    await expect(main(page)).toContainText(PLANTED);
  });
}

test("a fact is mended, removed and put back, and what is missing is said at its field", async ({ page }) => {
  await knows(page, finger, []);
  await page.locator('a[href$="/known/add"]').click();
  await on(page, "fact");
  await page.locator("#fact-words").fill("Has a dog");
  await page.locator("#fact-month").fill("13");
  await page.locator("#fact-year").fill("2025");
  await page.getByRole("button", { name: "Save this fact" }).click();
  await expect(page.locator("#error-summary")).toBeFocused();
  await expect(page.locator("#error-summary")).toContainText("Choose where it comes from.");
  await expect(page.locator("#fact-day-error")).toContainText("That is not a date.");
  await expect(page.locator("#fact-words"), "what was typed stays").toHaveValue("Has a dog");
  await inBoth(page, "a fact to mend");
  await expect(page.locator("#fact-words")).toHaveValue("Has a dog");
  await tap(page, "source-told");
  await page.locator("#fact-month").fill("");
  await page.getByRole("button", { name: "Save this fact" }).click();
  await on(page, "known");
  await expect(fact(page, "Has a dog")).toContainText("They told us before. 2025.");
  await fact(page, "Has a dog").getByRole("link", { name: "Change" }).click();
  await on(page, "fact");
  await expect(page.locator("#source-told")).toBeChecked();
  await page.locator("#fact-words").fill("Has two dogs");
  await page.getByRole("button", { name: "Save this fact" }).click();
  await on(page, "known");
  await page.getByRole("button", { name: "Remove: Has two dogs" }).click();
  await expect(page.locator(".fact")).toHaveCount(0);
  await expect(page.locator("#removed")).toBeFocused();
  await inBoth(page, "one removed");
  await page.getByRole("button", { name: "Put it back" }).click();
  await expect(page.locator(".fact")).toContainText("Has two dogs");
  await expect(page.locator("#heading")).toBeFocused();
});
