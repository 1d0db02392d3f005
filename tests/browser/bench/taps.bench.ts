// From the finger lifted off an answer to the answer painted, and to the answer safely kept, over whole
// assessments with the processor slowed four times. After every tap the same page writes 2 kB of its own
// as plainly as a page can: what is left between the two is ours.
import { test } from "@playwright/test";
import type { Tap } from "./clock.ts";
import { Hand } from "./hand.ts";
import { keep, percentile, spread } from "./result.ts";
import { asked, begin, makeVault, sit } from "./sitting.ts";

const SITTINGS = 3;

test("answers tapped, painted and kept", async () => {
  const hand = await Hand.fresh();
  const taps: Tap[] = [];
  const bare: number[] = [];
  await makeVault(hand);
  await hand.run(openBare);
  await hand.slow(4);
  for (let n = 1; n <= SITTINGS; n += 1) {
    await begin(hand, `Person ${n}`);
    await sit(hand, async (tap) => {
      taps.push(tap);
      bare.push(await hand.run(writeBare));
    });
    await hand.tapOn("People");
  }
  const long = await hand.run(() => window.clock.longTaps);
  await hand.close();

  const since = (when: (tap: Tap) => number) => taps.map(when);
  const painted = since((tap) => tap.painted - tap.up);
  const saved = since((tap) => tap.saved - tap.up);
  const counted = `${taps.length} taps in ${SITTINGS} assessments of ${asked.length} questions`;
  keep("painted", percentile(painted, 98), [
    `${counted}: ${spread(painted)}, longest ${Math.max(...painted).toFixed(1)} ms.`,
    `Until the app had drawn the answer: ${spread(since((tap) => tap.drawn - tap.up))}; the browser's frame after that: ${spread(since((tap) => tap.painted - tap.drawn))}.`,
    `By the browser's own Event Timing: ${spread([...new Array(Math.max(0, taps.length - long.length)).fill(8), ...long])}.`,
  ]);
  keep("saved", percentile(saved, 98), [
    `${counted}: ${spread(saved)}, longest ${Math.max(...saved).toFixed(1)} ms.`,
    `A bare strict write of 2 kB after every tap: ${spread(bare)}.`,
  ]);
});

declare global {
  interface Window {
    bare: IDBDatabase;
  }
}

async function openBare(): Promise<void> {
  window.bare = await new Promise((resolve, reject) => {
    const request = indexedDB.open("bench-bare", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("records");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function writeBare(): Promise<number> {
  const bytes = new Uint8Array(2048).fill(7);
  const begun = performance.now();
  await new Promise<void>((resolve, reject) => {
    const transaction = window.bare.transaction("records", "readwrite", { durability: "strict" });
    transaction.objectStore("records").put(bytes, "one");
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  return performance.now() - begun;
}
