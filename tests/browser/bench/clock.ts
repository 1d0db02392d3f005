// Runs in the measured page, before the app. Notes when something was painted and when an answer was
// kept. It only listens: it changes nothing the app does.

/** A page of the app as it stood on the screen: its name and when it was painted, on the page's clock. */
export type Painted = { page: string; at: number };
/** One tap on an answer: finger up, the answer drawn into the document, painted, safely kept. */
export type Tap = { up: number; drawn: number; painted: number; saved: number };

export type Clock = {
  pages: Painted[];
  /** When each mark of the app was first set. */
  marks: Record<string, number>;
  tap: Tap;
  /** What the browser itself says each finger took to its paint, in steps of 8 ms; short ones it leaves out. */
  longTaps: number[];
  /** Resolves after the next frame is painted. */
  frame(): Promise<number>;
  /** Resolves when this page is on the screen. */
  reached(page: string): Promise<Painted>;
  /** Resolves when more than so many pages were painted. */
  morePages(than: number): Promise<void>;
  /** Resolves when the last tap is painted and kept. */
  settled(): Promise<Tap>;
  /** Resolves when something is kept after this moment. */
  kept(after: number): Promise<void>;
};

declare global {
  interface Window {
    clock: Clock;
  }
  const scheduler: { postTask(task: () => void, how: { priority: "user-blocking" }): Promise<void> };
}

export function startClock(): void {
  const never: Tap = { up: 0, drawn: 0, painted: 0, saved: 0 };
  let lastSaved = -1;
  let waiting: (() => boolean)[] = [];
  const look = () => {
    waiting = waiting.filter((done) => !done());
  };
  const when = <T>(found: () => T | undefined): Promise<T> =>
    new Promise((resolve) => {
      waiting.push(() => {
        const value = found();
        if (value !== undefined) {
          resolve(value);
        }
        return value !== undefined;
      });
      look();
    });

  // A task asked for while a frame is made runs once that frame is made, before anything less urgent.
  const frame = () =>
    new Promise<number>((resolve) =>
      requestAnimationFrame(() => {
        void scheduler.postTask(() => resolve(performance.now()), { priority: "user-blocking" });
      }),
    );

  const mark = performance.mark.bind(performance);
  performance.mark = (name, options) => {
    const entry = mark(name, options);
    clock.marks[name] ??= entry.startTime;
    if (name === "page") {
      const page = document.querySelector("main")?.dataset.page ?? "";
      void frame().then((at) => {
        clock.pages.push({ page, at });
        look();
      });
    } else if (name === "saved") {
      lastSaved = entry.startTime;
      if (clock.tap.saved === 0 && clock.tap.up > 0) {
        clock.tap.saved = entry.startTime;
      }
      look();
    }
    return entry;
  };

  // The browser ticks a radio by itself; what counts is that the app has drawn the answer.
  const observer = new MutationObserver(() => {
    observer.disconnect();
    const tap = clock.tap;
    tap.drawn = performance.now();
    void frame().then((at) => {
      tap.painted = at;
      look();
    });
  });
  const up = (event: Event) => {
    if (event.target instanceof Element && event.target.closest(".choice") !== null) {
      clock.tap = { ...never, up: event.timeStamp };
      observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    }
  };
  addEventListener("pointerup", up, { capture: true });

  const long = (entries: PerformanceObserverEntryList) => {
    const ups = (entries.getEntries() as PerformanceEventTiming[]).filter(
      (entry) => entry.name === "pointerup" && entry.target instanceof Element && entry.target.closest(".choice") !== null,
    );
    clock.longTaps.push(...ups.map((entry) => entry.duration));
  };
  const eventTiming: PerformanceObserverInit = { type: "event", durationThreshold: 16 };
  new PerformanceObserver(long).observe(eventTiming);

  const clock: Clock = {
    pages: [],
    longTaps: [],
    marks: {},
    tap: { ...never },
    frame,
    reached: (page) => when(() => (clock.pages.at(-1)?.page === page ? clock.pages.at(-1) : undefined)),
    morePages: (than) => when(() => (clock.pages.length > than ? null : undefined)).then(() => undefined),
    settled: () => when(() => (clock.tap.painted > 0 && clock.tap.saved > 0 ? clock.tap : undefined)),
    kept: (after) => when(() => (lastSaved > after ? null : undefined)).then(() => undefined),
  };
  window.clock = clock;
}
