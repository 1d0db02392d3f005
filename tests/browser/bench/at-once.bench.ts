// What must happen at once, with the processor slowed four times: another language, from the finger lifted to the
// page painted in it; and hiding, from the key pressed to nothing but the time on the screen.
import { test } from "@playwright/test";
import { Hand } from "./hand.ts";
import { keep, ms, percentile, spread } from "./result.ts";
import { begin, makeVault, PASSPHRASE } from "./sitting.ts";

const SWITCHES = 30;
const TIMES_HIDDEN = 20;

test("another language", async () => {
  const hand = await Hand.fresh();
  await makeVault(hand);
  await begin(hand, "Person 1");
  const first = await turned(hand, "cy", "Cymraeg");
  await hand.slow(4);
  const times: number[] = [];
  for (let n = 0; n < SWITCHES; n += 1) {
    times.push(n % 2 === 0 ? await turned(hand, "en", "English") : await turned(hand, "cy", "Cymraeg"));
  }
  await hand.close();
  keep("language", percentile(times, 98), [
    `${SWITCHES} times on a page of questions: ${spread(times)}, longest ${Math.max(...times).toFixed(1)} ms.`,
    `The first time, when the words were fetched, not slowed: ${first.toFixed(1)} ms.`,
  ]);
});

/** From the finger lifted off the switch to the page painted in that language. */
async function turned(hand: Hand, language: string, says: string): Promise<number> {
  await hand.run((language) => {
    let up = 0;
    addEventListener("pointerup", (event) => (up = event.timeStamp), { capture: true, once: true });
    window.turned = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (document.documentElement.lang === language) {
          observer.disconnect();
          void window.clock.frame().then((at) => resolve(at - up));
        }
      });
      observer.observe(document.documentElement, { attributes: true, attributeFilter: ["lang"] });
    });
  }, language);
  await hand.tap(`header [lang="${language}"]`);
  const time = await hand.run(() => window.turned);
  if (time <= 0) {
    throw new Error(`${says} was not timed`);
  }
  return time;
}

/** What was noted while hiding, in milliseconds of the clock on the wall: a document that goes takes its own with it. */
type Hiding = { pressed: number; covered?: number; anew: number };

test("hidden at once", async () => {
  const hand = await Hand.fresh();
  await hand.page.addInitScript(watchHiding);
  await makeVault(hand);
  await begin(hand, "Person 1");
  const noted: Hiding[] = [];
  for (let n = 0; n < TIMES_HIDDEN; n += 1) {
    await hand.write("#helped_before", ` word ${n}`);
    await hand.slow(4);
    for (let presses = 0; presses < 3; presses += 1) {
      await hand.page.keyboard.press("Shift");
    }
    // The document is another by now, so nothing that waits in the old one would ever answer.
    await hand.page.waitForFunction(() => sessionStorage.getItem("noted-anew") !== null);
    await hand.slow(1);
    noted.push(await hand.page.evaluate(takeNotes));
    await open(hand);
  }
  await hand.close();
  const painted = noted.map(({ pressed, covered, anew }) => (covered ?? anew) - pressed);
  const anew = noted.map(({ pressed, anew }) => anew - pressed);
  if (painted.some((time) => !(time > 0))) {
    throw new Error(`hiding was not timed: ${JSON.stringify(noted)}`);
  }
  keep("hidden", percentile(painted, 98), [
    `${TIMES_HIDDEN} times, with words being typed: ${spread(painted)}, longest ${ms(Math.max(...painted))}; ${noted.filter(({ covered }) => covered !== undefined).length} times the old page was still there to be covered.`,
    `Until a new document had taken its place, and the old one was gone: ${spread(anew)}.`,
  ]);
});

/** From the time on the screen back to the same question. */
async function open(hand: Hand): Promise<void> {
  await hand.tap("#clock");
  await hand.page.waitForFunction(() => document.querySelector("main")?.dataset.page === "unlock");
  await hand.on("unlock");
  await hand.write("#passphrase", PASSPHRASE);
  await hand.tapOn("Unlock");
  await hand.tapOn("Person 1");
  await hand.tapOn("Go on where we stopped");
  await hand.tapOn("The same as last time");
}

/** Runs in the page before the app: notes the last Shift, and when nothing but the time was painted, by the page that
 * was covered and by the one that took its place. */
function watchHiding(): void {
  if (location.protocol === "about:") {
    return;
  }
  const wall = (at: number) => String(performance.timeOrigin + at);
  const note = sessionStorage.getItem("hidden") === null ? "noted-covered" : "noted-anew";
  addEventListener("keydown", (event) => event.key === "Shift" && sessionStorage.setItem("noted-pressed", wall(event.timeStamp)), { capture: true });
  const observer = new MutationObserver(() => {
    if (document.documentElement?.classList.contains("is-hidden")) {
      observer.disconnect();
      void window.clock.frame().then((at) => sessionStorage.setItem(note, wall(at)));
    }
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["class"] });
}

function takeNotes(): Hiding {
  const take = (name: string) => {
    const noted = sessionStorage.getItem(`noted-${name}`);
    sessionStorage.removeItem(`noted-${name}`);
    return noted === null ? undefined : Number(noted);
  };
  return { pressed: take("pressed") ?? 0, covered: take("covered"), anew: take("anew") ?? 0 };
}

declare global {
  interface Window {
    turned: Promise<number>;
  }
}
