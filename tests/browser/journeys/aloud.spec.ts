// Reading aloud: by voices on the device only, sentence by sentence, stopped by one tap, never by itself, and
// never what somebody wrote.
import type { Page } from "@playwright/test";
import { expect, test, today } from "../fixtures.ts";
import { addPerson, answer, begin, goOn, makeVault, on, onQuestion, openExamples, toPerson } from "../walk.ts";

type Voice = { lang: string; localService: boolean; name: string };
const LOCAL: Voice = { lang: "en-GB", localService: true, name: "Local" };
const REMOTE: Voice = { lang: "en-GB", localService: false, name: "Remote" };
const WELSH: Voice = { lang: "cy-GB", localService: true, name: "Lleol" };

declare global {
  interface Window { spoken: { said: string; voice: string; lang: string }[]; endOne(): void }
}

/** A device with these voices, which says nothing and notes everything. */
async function device(page: Page, voices: Voice[]): Promise<void> {
  await today(page, "2026-03-02");
  await page.addInitScript((voices) => {
    window.spoken = [];
    let saying: { onend?: () => void } | null = null;
    class Utterance {
      voice: Voice | null = null;
      lang = "";
      onend?: () => void;
      constructor(readonly text: string) {}
    }
    type Voice = { lang: string; localService: boolean; name: string };
    const synthesis = Object.assign(new EventTarget(), {
      getVoices: () => voices,
      speak: (one: Utterance) => { saying = one; window.spoken.push({ said: one.text, voice: one.voice?.name ?? "", lang: one.lang }); },
      cancel: () => { saying = null; },
    });
    window.endOne = () => saying?.onend?.();
    Object.defineProperty(window, "speechSynthesis", { value: synthesis });
    Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance });
  }, voices);
}

const start = (page: Page) => page.getByRole("button", { name: /^(Read aloud|Darllen yn uchel)$/ });
const stop = (page: Page) => page.getByRole("button", { name: /^(Stop reading|Stopio darllen)$/ });
const spoken = (page: Page) => page.evaluate(() => window.spoken);
const marked = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get("reading") ?? [])].map(String).map((words) => words.trim()).join());

for (const [what, voices] of [["no voice", []], ["voices from the network only", [REMOTE]], ["a local voice of another language only", [WELSH]]] as [string, Voice[]][]) {
  test(`a device with ${what} offers no reading`, async ({ page }) => {
    await device(page, voices);
    await page.goto("/");
    await on(page, "first");
    await expect(start(page)).toHaveCount(0);
    await expect(stop(page)).toHaveCount(0);
    expect(await spoken(page)).toEqual([]);
  });
}

test("a page is read sentence by sentence by the local voice, never what somebody wrote, and one tap stops it", async ({ page }) => {
  await device(page, [REMOTE, LOCAL]);
  await makeVault(page);
  await addPerson(page, "Nia");
  await begin(page);
  await answer(page, "matters", "Canary words of my own");
  await goOn(page);
  await onQuestion(page, "cannot_wait");
  expect(await spoken(page), "nothing is read by itself").toEqual([]);
  await start(page).click();
  await expect(stop(page)).toBeVisible();
  await expect.poll(async () => (await spoken(page)).length).toBe(1);
  const first = (await spoken(page))[0];
  expect(first.voice).toBe("Local");
  expect(await marked(page), "what is being said is marked").toBe(first.said);
  for (let n = 0; n < 40 && (await stop(page).isVisible()); n += 1) {
    await page.evaluate(() => window.endOne());
  }
  await expect(start(page)).toBeVisible();
  const all = (await spoken(page)).map((one) => one.said);
  expect(all).toContain("Is there anything urgent today?");
  expect(all).toContain("Somewhere safe to stay");
  expect(all.indexOf("Is there anything urgent today?")).toBeLessThan(all.indexOf("Somewhere safe to stay"));
  expect(new Set(all).size, "each once").toBe(all.length);
  expect(await marked(page)).toBe("");

  await page.getByRole("link", { name: "Back", exact: true }).click();
  await onQuestion(page, "matters");
  await start(page).click();
  await expect.poll(async () => (await spoken(page)).length).toBeGreaterThan(all.length);
  await stop(page).click();
  await expect(start(page)).toBeVisible();
  const after = (await spoken(page)).length;
  await page.evaluate(() => window.endOne());
  expect((await spoken(page)).length, "nothing more is said").toBe(after);
  await start(page).click();
  for (let n = 0; n < 40 && (await stop(page).isVisible()); n += 1) {
    await page.evaluate(() => window.endOne());
  }
  expect(JSON.stringify(await spoken(page))).not.toContain("Canary");
});

test("results are read with what each list is of, so that a wish is never heard as a strength", async ({ page }) => {
  await device(page, [LOCAL]);
  await openExamples(page);
  await toPerson(page, "Rhys");
  await page.getByRole("link", { name: "What is strong" }).first().click();
  await on(page, "profile");
  await start(page).click();
  for (let n = 0; n < 400 && (await stop(page).isVisible()); n += 1) {
    await page.evaluate(() => window.endOne());
  }
  const all = (await spoken(page)).map((one) => one.said);
  const wish = all.indexOf("My money lasts until the next payment comes.");
  expect(wish).toBeGreaterThan(0);
  const before = all.slice(0, wish).filter((said) => ["You have this now", "Partly there", "Would like more of"].includes(said));
  expect(before.at(-1)).toBe("Would like more of");

  await page.getByRole("link", { name: "Back", exact: true }).click();
  await page.getByRole("link", { name: "Catch up together" }).click();
  await on(page, "begin");
  await start(page).click();
  for (let n = 0; n < 200 && (await stop(page).isVisible()); n += 1) {
    await page.evaluate(() => window.endOne());
  }
  const begin = (await spoken(page)).map((one) => one.said).slice(all.length);
  expect(begin, "a notice is read like any other sentence").toContain("Turn the screen so that only the right people see it.");
  expect(begin.filter((said) => said.startsWith("Turn the screen"))).toHaveLength(1);
});

test("going to another page stops the reading", async ({ page }) => {
  await device(page, [LOCAL]);
  await page.goto("/");
  await on(page, "first");
  await start(page).click();
  await expect(stop(page)).toBeVisible();
  await page.getByRole("link", { name: "How answers are kept safe" }).click();
  await on(page, "security");
  await expect(start(page)).toBeVisible();
  expect(await marked(page)).toBe("");
});

test("in Welsh a Welsh voice reads, and nothing is offered without one", async ({ page }) => {
  await device(page, [LOCAL, WELSH]);
  await page.goto("/");
  await on(page, "first");
  await page.getByRole("button", { name: "Cymraeg" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "cy");
  await start(page).click();
  await expect.poll(async () => (await spoken(page)).map((one) => one.voice)).toEqual(["Lleol"]);
});
