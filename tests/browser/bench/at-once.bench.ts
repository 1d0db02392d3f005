// What must happen at once, with the processor slowed four times: another language, from the finger lifted to the
// page painted in it.
import { test } from "@playwright/test";
import { Hand } from "./hand.ts";
import { keep, percentile, spread } from "./result.ts";
import { begin, makeVault } from "./sitting.ts";

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

declare global {
  interface Window {
    turned: Promise<number>;
  }
}
