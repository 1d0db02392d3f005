// The first question again, from the service worker's copy, on an unslowed processor. The time has two
// parts, because a person types the passphrase between them: until the lock is painted, and from the key
// in hand to the question painted. Typing, and the work that makes guessing slow, are left out.
import { test } from "@playwright/test";
import { Hand } from "./hand.ts";
import { keep, percentile, spread } from "./result.ts";
import { begin, makeVault, PASSPHRASE } from "./sitting.ts";

const TIMES = 15;

test("first question again", async () => {
  const hand = await Hand.fresh();
  await makeVault(hand);
  await begin(hand, "Person 1");
  await hand.run(inCharge);
  const lock: number[] = [];
  const question: number[] = [];
  for (let n = 0; n < TIMES; n += 1) {
    await hand.page.reload({ waitUntil: "commit" });
    lock.push((await hand.on("unlock")).at);
    await hand.write("#passphrase", PASSPHRASE);
    await hand.tap("Unlock");
    const { at } = await hand.on("question");
    question.push(at - (await hand.run(() => window.clock.marks["key-in-hand"])));
  }
  const copies = await hand.run(() => (performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming).workerStart > 0);
  await hand.close();
  if (!copies) {
    throw new Error("the page did not come from the service worker's copy");
  }
  const both = lock.map((time, n) => time + question[n]);
  keep("again", percentile(both, 50), [
    `${TIMES} times: ${spread(both)}.`,
    `To the lock painted: ${spread(lock)}; from the key in hand to the question painted: ${spread(question)}.`,
  ]);
});

async function inCharge(): Promise<void> {
  await navigator.serviceWorker.ready;
  if (navigator.serviceWorker.controller === null) {
    await new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
  }
}
