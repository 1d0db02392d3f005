// Round the questions: what comes next is said, a part can be left out, a break shows nothing, and after the
// sitting the link worker writes down what was done about a concern. The app tells nobody.
import { expect, test, today } from "../fixtures.ts";
import {
  addPerson, answer, begin, finish, goOn, lock, main, makeVault, on, onQuestion, tap, unlock, walk,
} from "../walk.ts";

const CONTACTS = "Duty desk, 01632 960 001, day and night\nTŷ Melyn hostel, 01632 960 002";
const MUST_TELL = "a child who is not safe\na plan to hurt someone";

test("who to call is set once, is there while locked, and what must be passed on is said before each private part", async ({ page }) => {
  test.setTimeout(240_000);
  await today(page, "2026-03-02");
  await makeVault(page);

  await page.getByRole("link", { name: "Who to call" }).click();
  await expect(main(page)).toContainText("Your service has not put in its numbers yet.");
  await page.getByRole("link", { name: "Change this page" }).click();
  await on(page, "service");
  await page.getByLabel("Who to call").fill(CONTACTS);
  await page.getByLabel("What a link worker must pass on").fill(MUST_TELL);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await on(page, "contacts");
  await expect(main(page).locator("li")).toHaveText([...CONTACTS.split("\n"), ...MUST_TELL.split("\n")]);

  await page.goto("/contacts");
  await on(page, "contacts");
  await expect(main(page), "locked, after a new start").toContainText("Tŷ Melyn hostel, 01632 960 002");
  await expect(page.getByRole("link", { name: "Change this page" })).toHaveCount(0);
  await page.goto("/");
  await unlock(page);
  await on(page, "people");

  await addPerson(page, "Nia");
  await page.getByRole("link", { name: "Start together" }).click();
  await on(page, "begin");
  await expect(main(page)).toContainText("a plan to hurt someone");
  await page.goBack();
  await begin(page);
  await answer(page, "matters", "My brother");
  await goOn(page);
  await answer(page, "cannot_wait", [5]);
  await page.getByRole("link", { name: "Take a break" }).click();
  await on(page, "break");
  await expect(main(page)).toContainText("Everything you said is saved. Nothing of it is on this page.");
  await expect(main(page)).toContainText("Duty desk");
  expect(await page.content()).not.toContain("My brother");
  await page.getByRole("link", { name: "Go on when you are ready" }).click();
  await onQuestion(page, "own_food");
  await walk(page, {}, { until: "life_mind" });
  await goOn(page);
  await on(page, "heads-up");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Next: /);
  await expect(main(page)).toContainText("up to 3 questions");
  await expect(main(page)).toContainText("a child who is not safe");
  await page.getByRole("button", { name: "Skip this part" }).click();
  await on(page, "heads-up");
  await page.getByRole("link", { name: "Go on to these questions" }).click();
  await onQuestion(page, "drink");
  await walk(page, {});
  await on(page, "check");
  await expect(main(page).locator(".govuk-summary-list__row", { hasText: "somewhere safe to sleep" })).toContainText("Not answered");
  await finish(page);

  await page.getByRole("link", { name: "How was it?" }).click();
  await on(page, "after");
  await tap(page, "worth-yes");
  await tap(page, "about-me-partly");
  await tap(page, "worker-yes");
  await page.locator("#worker-yes").click();
  await expect(page.locator("#worker-yes"), "taken back").not.toBeChecked();
  await page.getByRole("link", { name: "Go on, link worker" }).click();
  await on(page, "concern");
  await expect(main(page)).toContainText("First: tell them what you will pass on, unless that makes someone less safe.");
  await expect(main(page)).toContainText("Trellis tells nobody. Only you can do that.");
  await expect(main(page).locator(".told").first()).toContainText("Someone is hurting me");
  await tap(page, "anything-yes");
  await tap(page, "tell-now-yes");
  await page.getByLabel("Who, and how?").fill("Duty desk, by phone, ten past three");
  await tap(page, "told-not_told");
  await page.getByLabel("Why, or why not?").fill("It would make her less safe.");
  await page.getByRole("button", { name: "Save and finish" }).click();
  await on(page, "person");

  await lock(page);
  await unlock(page);
  await on(page, "person");
  await page.getByRole("link", { name: "What is strong" }).click();
  await page.getByRole("link", { name: "How was it?" }).click();
  await expect(page.locator("#worth-yes")).toBeChecked();
  await expect(page.locator("#about-me-partly")).toBeChecked();
  await expect(page.locator("#worker-yes")).not.toBeChecked();
  await page.getByRole("link", { name: "Go on, link worker" }).click();
  await expect(page.locator("#anything-yes")).toBeChecked();
  await expect(page.locator("#told-not_told")).toBeChecked();
  await expect(page.getByLabel("Why, or why not?")).toHaveValue("It would make her less safe.");
  await expect(main(page)).toContainText("Written down on 2 March 2026.");
});

test("injecting raises no concern, and offers the person what keeps them well", async ({ page }) => {
  await today(page, "2026-03-02");
  await makeVault(page);
  await addPerson(page, "Nia");
  await begin(page);
  await walk(page, { drugs: 1, drugs_in_the_way: 0 }, { until: "inject" });
  await answer(page, "inject", 1);
  await expect(main(page)).toContainText("naloxone");
  await expect(main(page)).toContainText("clean equipment");
  await walk(page, { inject: 1 });
  await finish(page);
  await page.getByRole("link", { name: "How was it?" }).click();
  await page.getByRole("link", { name: "Go on, link worker" }).click();
  await expect(main(page)).toContainText("No answer raised a concern by itself. You may still have one.");
});
