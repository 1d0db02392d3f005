// Round the questions: what comes next is said, a part can be left out, a break shows nothing, and after the
// sitting the link worker writes down what was done about a concern. The app tells nobody.
import { expect, test, today } from "../fixtures.ts";
import { asked, handBack, handOver } from "../handed.ts";
import { PASSPHRASE, addPerson, answer, begin, finish, goOn, item, lock, lookBack, main, makeVault, on, onQuestion, stillHere, tabTo, tap, toPeople, unlock, walk } from "../walk.ts";

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

  await page.getByRole("button", { name: "Cymraeg" }).click();
  await expect(main(page).locator("ul.own-words").first(), "no Welsh is there: it says that it is English").toHaveAttribute("lang", "en");
  await page.getByRole("link", { name: "Newid y dudalen hon" }).click();
  await page.getByLabel("Yr un rhifau yn Gymraeg").fill("Desg ddyletswydd, 01632 960 001");
  await page.getByRole("button", { name: "Cadw", exact: true }).click();
  await on(page, "contacts");
  await expect(main(page).locator("ul.own-words").first()).toHaveText("Desg ddyletswydd, 01632 960 001");
  await expect(main(page).locator("ul.own-words").first()).not.toHaveAttribute("lang");
  await expect(main(page).locator("ul.own-words").last()).toHaveAttribute("lang", "en");
  await page.getByRole("button", { name: "English" }).click();

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
  await onQuestion(page, "cannot_wait");
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
  await expect(main(page), "what must be passed on, before the worker decides").toContainText("a child who is not safe");
  await expect(main(page).locator("input:checked"), "nothing is ticked for the worker").toHaveCount(0);
  await expect(page.locator("label[for^=about-]")).toHaveCount(5);
  await expect(page.locator("label[for^=about-]").filter({ hasText: "This came up in an answer." })).toHaveText(/^Someone is hurting them/);
  await tap(page, "anything-yes");
  await tap(page, "about-hurt");
  await tap(page, "about-child");
  await tap(page, "tell-now-yes");
  await page.getByLabel("Who, and how?").fill("Duty desk, by phone, ten past three");
  await tap(page, "told-not_told");
  await page.getByLabel("Why, or why not?").fill("It would make her less safe.");
  await page.getByRole("button", { name: "Save", exact: true }).click();
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
  await expect(main(page).locator("input:checked"), "what is written down stays; a second is a second").toHaveCount(0);
  await expect(page.getByLabel("Why, or why not?")).toHaveValue("");
  const first = [/Written down on 2\sMarch 2026 at \d\d:\d\d\./, "A child who may not be safe", "No, not told", "It would make her less safe."];
  for (const words of first) {
    await expect(main(page).locator(".written-down")).toContainText(words);
  }
  await page.getByLabel("Who, and how?").fill("The hostel, too");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await on(page, "person");
  await lock(page);
  await unlock(page);
  await page.getByRole("link", { name: "What is strong" }).click();
  await page.getByRole("link", { name: "How was it?" }).click();
  await page.getByRole("link", { name: "Go on, link worker" }).click();
  await expect(main(page).locator(".written-down")).toHaveCount(2);
  await expect(main(page).locator(".written-down").first()).toContainText("The hostel, too");
  for (const words of first) {
    await expect(main(page).locator(".written-down").last(), "the earlier one is as it was").toContainText(words);
  }
});

test("however a sitting ends, the taps come and then the link worker's page, one tap to pass, with the keyboard alone", async ({ page }) => {
  test.setTimeout(240_000);
  await today(page, "2026-03-02");
  await makeVault(page);
  await addPerson(page, "Nia");
  const press = async (selector: string) => {
    await tabTo(page, selector);
    await page.keyboard.press("Enter");
  };
  const lookBackByKeys = async () => {
    await on(page, "after");
    await expect(page.locator("main h1")).toBeFocused();
    await expect(page.locator("main input:checked")).toHaveCount(0);
    await press("main a.govuk-button");
    await on(page, "concern");
    await expect(page.locator("main h1")).toBeFocused();
    await expect(main(page)).toContainText("This page is for your eyes.");
    await press("main button.govuk-button--secondary");
    await on(page, "person");
  };

  await test.step("locked in the middle: it is offered on the person's page", async () => {
    await begin(page);
    await answer(page, "matters", "My brother");
    await lock(page);
    await page.goto("/");
    await unlock(page);
    await page.getByRole("link", { name: "Nia" }).click();
    await page.getByRole("link", { name: "Before we stop" }).click();
    await lookBackByKeys();
  });

  await test.step("stopped for today", async () => {
    await page.getByRole("link", { name: "Go on where we stopped" }).click();
    await stillHere(page);
    await expect(page.getByRole("link", { name: "Stop here for today" })).toBeVisible();
    await press("main .page-ends .stop-link:last-child");
    await lookBackByKeys();
    await expect(page.getByRole("link", { name: "Before we stop" })).toHaveCount(0);
  });

  await test.step("something to sort first; who does it is not made up, and who to call is there", async () => {
    await page.getByRole("link", { name: "Who to call" }).click();
    await page.getByRole("link", { name: "Change this page" }).click();
    await page.getByLabel("Who to call").fill(CONTACTS);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await on(page, "contacts");
    await page.getByRole("link", { name: "People", exact: true }).click();
    await page.getByRole("link", { name: "Nia" }).click();
    await page.getByRole("link", { name: "Go on where we stopped" }).click();
    await walk(page, {}, { until: "home_tonight" });
    await expect(page.getByRole("link", { name: "Sort this first" })).toHaveCount(0);
    await answer(page, "home_tonight", 0);
    await page.getByRole("link", { name: "Sort this first" }).click();
    await on(page, "sort-first");
    await expect(main(page).locator(".told").first()).toContainText("Do you have somewhere safe to sleep tonight?");
    await expect(main(page)).toContainText("Duty desk, 01632 960 001");
    await page.getByLabel("Note what we will do").fill("Ring the shelter");
    await press("main button.govuk-button");
    await lookBackByKeys();
    const todo = main(page).locator(".choice", { hasText: "Ring the shelter" });
    await expect(todo).toBeVisible();
    await expect(todo).not.toContainText("Both of us");
    // Back to the question, past the pages that came after it.
    for (let steps = 0; steps < 6 && (await page.getByRole("link", { name: "Sort this first" }).count()) === 0; steps += 1) {
      const there = page.url();
      await page.goBack();
      await expect.poll(() => page.url()).not.toBe(there);
    }
    await page.getByRole("link", { name: "Sort this first" }).click();
    await page.getByLabel("Note what we will do").fill("Ask at the hostel");
    await tap(page, "who-worker");
    await page.getByRole("button", { name: "Note it and stop here for today" }).click();
    await lookBack(page);
    await expect(main(page).locator(".choice", { hasText: "Ask at the hostel" })).toContainText("The link worker");
  });

  await test.step("finished", async () => {
    // An hour later: what was looked back on then was not this.
    await page.clock.setFixedTime(new Date("2026-03-02T11:00:00"));
    await page.getByRole("link", { name: "Go on where we stopped" }).click();
    await walk(page, {});
    await finish(page);
    await press("main .page-ends .stop-link");
    await lookBackByKeys();
    await page.getByRole("link", { name: "What is strong" }).click();
    await page.getByRole("link", { name: "Back to Nia" }).click();
    await on(page, "person");
  });
});

test("alone, somebody who injects is offered what keeps them well, and the worker reads of the wish only when asked to", async ({ page }) => {
  test.setTimeout(240_000);
  await today(page, "2026-03-02");
  await makeVault(page);
  await addPerson(page, "Nia");
  const upToInject = async () => {
    await handOver(page, ["Drink and drugs"]);
    await page.getByRole("button", { name: "Start", exact: true }).click();
    while ((await main(page).getAttribute("data-item")) !== "inject") {
      if ((await main(page).getAttribute("data-item")) === "drugs") {
        await tap(page, "drugs-1");
      }
      const here = await main(page).getAttribute("data-item");
      await page.getByRole("button", { name: "Continue", exact: true }).click();
      await expect(main(page)).not.toHaveAttribute("data-item", here ?? "nothing");
    }
    await asked(page, "inject");
  };
  await upToInject();
  await expect(main(page)).not.toContainText("naloxone");
  await tap(page, "inject-1");
  await expect(main(page).getByRole("status").filter({ hasText: "naloxone" })).toContainText("clean equipment");
  await expect(main(page)).not.toContainText("Would you like your worker now?");
  await expect(main(page).locator("a:not(.back-link)"), "nothing here leads away").toHaveCount(0);
  await page.getByRole("button", { name: "Yes, let my worker see that I want this" }).click();
  await expect(item(page, "inject")).toContainText("Your worker will see that you would rather talk about this.");
  await page.getByRole("button", { name: "I do not want this now" }).click();
  await expect(item(page, "inject")).not.toContainText("Your worker will see");
  await page.getByRole("button", { name: "Yes, let my worker see that I want this" }).click();
  await handBack(page, PASSPHRASE);
  await on(page, "handed-back");
  await expect(main(page)).toContainText("They may want naloxone, clean equipment or a test.");
  await expect(main(page)).not.toContainText("Talk about this soon");
  await page.getByRole("link", { name: "Keep it for another day" }).click();
  await lookBack(page);
});

test("a sitting that stops because something cannot wait leads past the taps and the link worker's page, too", async ({ page }) => {
  await today(page, "2026-03-02");
  await makeVault(page);
  await page.getByRole("link", { name: "Who to call" }).click();
  await page.getByRole("link", { name: "Change this page" }).click();
  await page.getByLabel("Who to call").fill(CONTACTS);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await toPeople(page);
  await addPerson(page, "Nia");
  await begin(page);
  await walk(page, {}, { until: "home_tonight" });
  await expect(page.getByRole("link", { name: "Sort this first" })).toHaveCount(0);
  await answer(page, "home_tonight", 0);
  await page.getByRole("link", { name: "Sort this first" }).click();
  await on(page, "sort-first");
  await expect(main(page).locator(".told").first()).toContainText("Do you have somewhere safe to sleep tonight? No");
  await expect(main(page)).toContainText("Tŷ Melyn hostel, 01632 960 002");
  await page.getByLabel("Note what we will do").fill("Ring the hostel");
  await tap(page, "who-worker");
  await page.getByRole("button", { name: "Note it and stop here for today" }).click();
  await on(page, "after");
  await tap(page, "worth-yes");
  await page.getByRole("link", { name: "Go on, link worker" }).click();
  await on(page, "concern");
  await expect(main(page).locator(".told").first()).toContainText("somewhere safe to sleep tonight");
  await tap(page, "anything-yes");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await on(page, "person");
  await expect(main(page)).toContainText("The link worker, noted 2 March 2026");
  await expect(page.getByRole("link", { name: "Go on where we stopped" })).toBeVisible();
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
