// A whole assessment by hand: every question that can be asked in one sitting, always the same answers.
import { PASSPHRASE, strengthsProfile } from "../walk.ts";
import type { Tap } from "./clock.ts";
import type { Hand } from "./hand.ts";

const WORDS = "Walking by the river with the dog, and cooking on Sundays with my sister and her two boys.";

export { PASSPHRASE };

/** From a fresh browser to a vault with nobody in it. */
export async function makeVault(hand: Hand): Promise<void> {
  await hand.open();
  await hand.on("first");
  await hand.tapOn("Set up this tablet");
  await hand.write("#passphrase", PASSPHRASE);
  await hand.write("#again", PASSPHRASE);
  await hand.tap("Lock and start");
  await hand.on("people");
}

/** From the list of people to the first question for somebody new. */
export async function begin(hand: Hand, name: string): Promise<void> {
  await hand.tapOn("Add a person");
  await hand.write("#name", name);
  await hand.tap("Save");
  await hand.on("person");
  await hand.tapOn("Start together");
  await hand.tap("In the community");
  await hand.tap("Begin");
  await hand.on("question");
  await hand.run(() => window.clock.kept(0));
}

/** Answers every question from the first on, and finishes. `each` sees every tap on an answer. */
export async function sit(hand: Hand, each: (tap: Tap) => Promise<void> = async () => {}): Promise<void> {
  const met = new Set<string>();
  for (;;) {
    const page = await hand.run(() => document.querySelector("main")?.dataset.page);
    if (page === "heads-up") {
      await hand.tapOn("Go on to these questions");
      continue;
    }
    if (page !== "question") {
      break;
    }
    // Looked for anew after every answer: one that opens a gate may part the questions of a screen.
    const next = (await questions(hand)).find((id) => !met.has(id));
    if (next === undefined) {
      await hand.tapOn("Continue");
      continue;
    }
    met.add(next);
    for (const code of codes(next)) {
      await hand.tap(`[id="${next}-${code}"]`);
      await each(await hand.run(() => window.clock.settled()));
    }
    if (kind(next) === "text") {
      await say(hand, `#${next}`);
    }
  }
  if (met.size !== asked.length) {
    throw new Error(`not asked: ${asked.filter((id) => !met.has(id)).join(", ")}`);
  }
  await hand.tapOn("Continue");
  await hand.tap("Finish");
  await hand.on("profile");
}

/** Every question but what only somebody in custody, or in no group, is asked. */
export const asked = strengthsProfile.items.map((item) => item.id).filter((id) => id !== "home_release" && id !== "group_try");

async function questions(hand: Hand): Promise<string[]> {
  const ids = await hand.run(() => [...document.querySelectorAll("main fieldset[id^=item-]")].map((one) => one.id));
  return ids.map((id) => id.slice("item-".length));
}

async function say(hand: Hand, field: string): Promise<void> {
  const before = await hand.run(() => performance.now());
  await hand.write(field, WORDS);
  await hand.tap("#heading");
  await hand.run((before) => window.clock.kept(before), before);
}

const kind = (id: string) => strengthsProfile.items.find((item) => item.id === id)?.kind;

/** The answers to tap. Yes to every gate, so that what lies behind it is asked too. */
function codes(id: string): number[] {
  switch (kind(id)) {
    case "text":
      return [];
    case "number":
      return [7];
    case "several":
      return id === "cannot_wait" ? [1, 2, 3, 4] : [1, 2, 3];
    default:
      return [1];
  }
}
