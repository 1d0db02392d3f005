// Two things that must happen at once, with the processor slowed four times: hiding everything, from the key
// that asks for it to the clock painted; and another language, from the finger lifted to the page painted in it.
import { test } from "@playwright/test";
import { Hand } from "./hand.ts";
import { keep, percentile, spread } from "./result.ts";
import { begin, makeVault, PASSPHRASE } from "./sitting.ts";

const HIDINGS = 10;
const SWITCHES = 30;

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

test("hidden", async () => {
  const hand = await Hand.fresh();
  await hand.page.addInitScript(timeHiding);
  await makeVault(hand);
  const times: number[] = [];
  for (let n = 0; n < HIDINGS; n += 1) {
    await hand.slow(4);
    for (let press = 0; press < 3; press += 1) {
      await hand.page.keyboard.press("Shift");
    }
    // The app forgets its keys and loads the document anew; the time stands where the new one finds it.
    await hand.page.waitForFunction(() => sessionStorage.getItem("bench-hidden") !== null);
    await hand.page.waitForFunction(isNew);
    times.push(Number(await hand.run(() => sessionStorage.getItem("bench-hidden"))));
    await hand.slow(1);
    await hand.run(() => sessionStorage.removeItem("bench-hidden"));
    await hand.tap("#clock");
    await hand.on("unlock");
    await hand.write("#passphrase", PASSPHRASE);
    await hand.tap("Unlock");
    await hand.on("people");
  }
  await hand.close();
  keep("hide", percentile(times, 98), [
    `${HIDINGS} times, by the key pressed three times: ${spread(times)}, longest ${Math.max(...times).toFixed(1)} ms.`,
  ]);
});

/** Whether this is the document that was put in place of the one that was hidden. */
function isNew(): boolean {
  const marked = (name: string) => performance.getEntriesByName(name).length > 0;
  return marked("boot") && !marked("hidden") && document.getElementById("clock")?.hidden === false;
}

declare global {
  interface Window {
    turned: Promise<number>;
  }
}

/** From the last of the three keys to the first frame in which the clock covers everything. */
function timeHiding(): void {
  let pressed = 0;
  addEventListener("keydown", (event) => (pressed = event.timeStamp), { capture: true });
  const mark = performance.mark.bind(performance);
  performance.mark = (name, options) => {
    const entry = mark(name, options);
    if (name === "hidden") {
      void window.clock.frame().then((at) => sessionStorage.setItem("bench-hidden", String(at - pressed)));
    }
    return entry;
  };
}
