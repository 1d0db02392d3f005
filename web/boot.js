// The first script of the page. It starts the app, keeps the one door through which scripts may be
// started by address, and looks after new versions. The build writes the table of files into it.

const built = "{{built}}";

// A map, so that no name finds what every object has.
const addresses = new Map(Object.entries(built.files));

/** The address of a built file by its plain name, or undefined when the build has none. */
function file(name) {
  return addresses.get(name);
}

// The only policy the page's headers allow. It knows two addresses and refuses every other.
const known = ["/sw.js", file("worker.js")];
const rules = {
  createScriptURL(address) {
    if (address !== undefined && known.includes(address)) {
      return address;
    }
    throw new TypeError("Trellis starts no script at this address.");
  },
};
const policy = window.trustedTypes ? window.trustedTypes.createPolicy("app", rules) : rules;

function startWorker() {
  return new Worker(policy.createScriptURL(file("worker.js")), { type: "module" });
}

// New versions. A new service worker waits until somebody agrees to it.
let waiting = null;
let agreed = false;
let announced = false;
const listeners = new Set();

/** Calls back when a new version is ready; at once when it already is. */
function updateReady(callback) {
  listeners.add(callback);
  if (waiting !== null) {
    callback();
  }
  return () => listeners.delete(callback);
}

function announce(worker) {
  waiting = worker;
  if (announced) {
    return;
  }
  announced = true;
  window.dispatchEvent(new CustomEvent("trellis-update"));
  listeners.forEach((callback) => callback());
}

/** Starts the version that is waiting; the page is loaded again once it has taken over. */
function applyUpdate() {
  if (waiting !== null) {
    agreed = true;
    waiting.postMessage("SKIP_WAITING");
  }
}

function watchForUpdates(registration) {
  const see = (worker) => {
    // The very first worker of a device is no update: nothing older is in charge.
    if (worker.state === "installed" && navigator.serviceWorker.controller !== null) {
      announce(worker);
    }
  };
  if (registration.waiting !== null) {
    see(registration.waiting);
  }
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker.addEventListener("statechange", () => see(worker));
  });
  // Tablets keep the app open for weeks, so coming back to it is when to ask.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") {
      // Offline there is nothing to ask, which is no fault.
      registration.update().catch(() => {});
    }
  });
}

async function registerServiceWorker() {
  if (!("serviceWorker" in navigator)) {
    return;
  }
  let controlled = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (agreed) {
      agreed = false;
      window.location.reload();
    } else if (controlled) {
      // Another tab agreed. This one still runs the old version and may be in the middle of
      // something, so the app is told and nothing is loaded behind its back.
      window.dispatchEvent(new CustomEvent("trellis-replaced"));
    }
    controlled = true;
  });
  const address = policy.createScriptURL("/sw.js");
  watchForUpdates(await navigator.serviceWorker.register(address, { updateViaCache: "none" }));
}

// When the app cannot start, or has stopped for good, the page itself has to say so.
function show(id) {
  const panel = document.getElementById(id);
  const app = document.getElementById("app");
  if (panel !== null) {
    panel.hidden = false;
  }
  if (app !== null) {
    app.inert = true;
    const still = app.querySelector("[role=status]");
    if (still !== null) {
      still.hidden = true;
    }
  }
  window.scrollTo(0, 0);
}

/** Shows the panel that says the app has stopped. For the app's own panic hook. */
function stopped() {
  show("stopped");
}

function stopIfTrapped(fault) {
  if (fault instanceof WebAssembly.RuntimeError) {
    stopped();
  }
}

// Reading aloud. Only voices on this device count; without one the page offers nothing.
function noteVoices() {
  const local = window.speechSynthesis.getVoices().filter((voice) => voice.localService);
  document.documentElement.dataset.speaks = [...new Set(local.map((voice) => voice.lang.slice(0, 2).toLowerCase()))].join(" ");
}

function watchVoices() {
  if ("speechSynthesis" in window && "Segmenter" in Intl) {
    noteVoices();
    window.speechSynthesis.addEventListener("voiceschanged", noteVoices);
  }
}

// What reads, once something was to be read.
let speaker = null;

function speaking() {
  speaker ??= import(file("speak.js"));
  return speaker;
}

/** Reads the page; `sounds` gives a recording by its key, or nothing. */
async function readAloud(sounds) {
  (await speaking()).read(sounds);
}

async function stopReading() {
  (await speaker)?.stop();
}

/** Which words that may stand on the page are recorded. Where one does, reading aloud is offered without a voice. */
async function noteRecorded(rows) {
  (await speaking()).note(rows);
}

// Hide this now. Everything is covered at once, by what any tablet might show: the time. Then the app ends
// what it is writing, forgets its keys and loads the document anew. The tab remembers that it is hidden, so
// that Back, a reload or an address show the time and nothing else, until somebody taps it.
const HIDDEN = "hidden";
const LONGEST_WAIT = 4000;
const HOLD = 700;
const IN_A_ROW = 5000;

function isHidden() {
  return window.sessionStorage.getItem(HIDDEN) !== null;
}

function showClock() {
  const clock = document.getElementById("clock");
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  const time = `${two(now.getHours())}:${two(now.getMinutes())}`;
  document.documentElement.classList.add("is-hidden");
  document.title = time;
  clock.firstElementChild.textContent = time;
  const date = `${two(now.getDate())}/${two(now.getMonth() + 1)}/${now.getFullYear()}`;
  clock.lastElementChild.textContent = date;
  // Whoever speaks to the tablet says what they see.
  clock.ariaLabel = `${time} ${date}. ${clock.ariaLabel}`;
  clock.hidden = false;
}

function openAgain() {
  window.sessionStorage.removeItem(HIDDEN);
  leave();
}

function leave() {
  window.location.replace("/");
}

function hideNow() {
  if (isHidden()) {
    return;
  }
  // Words being typed are handed on by leaving their field.
  document.activeElement?.blur();
  window.sessionStorage.setItem(HIDDEN, "yes");
  window.speechSynthesis?.cancel();
  stopReading();
  showClock();
  performance.mark("hidden");
  window.dispatchEvent(new CustomEvent("trellis-hide"));
  // An app that no longer answers is left all the same.
  window.setTimeout(leave, LONGEST_WAIT);
}

/** Shift three times, or two fingers held: for whoever cannot reach the button in time. */
function watchForHiding() {
  let shifts = [];
  window.addEventListener("keydown", (event) => {
    if (event.repeat) {
      return;
    }
    const since = event.timeStamp - IN_A_ROW;
    shifts = event.key === "Shift" ? [...shifts.filter((at) => at > since), event.timeStamp] : [];
    if (shifts.length >= 3) {
      shifts = [];
      hideNow();
    }
  });
  let held = 0;
  const release = () => window.clearTimeout(held);
  window.addEventListener("touchstart", (event) => {
    release();
    if (event.touches.length === 2) {
      held = window.setTimeout(hideNow, HOLD);
    }
  }, { passive: true });
  for (const end of ["touchend", "touchcancel", "touchmove"]) {
    window.addEventListener(end, (event) => {
      if (end !== "touchmove" || event.touches.length !== 2) {
        release();
      }
    }, { passive: true });
  }
}

function afterPaint(then) {
  const idle = window.requestIdleCallback || ((work) => window.setTimeout(work, 200));
  requestAnimationFrame(() => requestAnimationFrame(() => idle(then)));
}

/** Resolved once the page has been painted and nothing is waiting. */
function painted() {
  return new Promise(afterPaint);
}

/** Whether this tablet is handed over: then only the questions are started, whatever the address is. */
function handedOver() {
  return new Promise((answer) => {
    const no = () => answer(false);
    try {
      const request = indexedDB.open("trellis");
      // Where there is no database yet, none is made by looking.
      request.onupgradeneeded = () => request.transaction.abort();
      request.onerror = no;
      request.onsuccess = () => {
        const database = request.result;
        const close = (found) => {
          database.close();
          answer(found);
        };
        try {
          const asked = database.transaction("records").objectStore("records").getKey("over");
          asked.onsuccess = () => close(asked.result !== undefined);
          asked.onerror = () => close(false);
        } catch {
          close(false);
        }
      };
    } catch {
      no();
    }
  });
}

/** Which of the programs this page is. */
async function program() {
  const path = window.location.pathname;
  if (path !== "/hand-back" && (await handedOver())) {
    return "handover";
  }
  return path === "/design" && file("design.js") ? "design" : "app";
}

async function start() {
  performance.mark("boot");
  document.getElementById("clock").addEventListener("click", openAgain);
  // A page kept in memory by the browser would come back as it was left.
  window.addEventListener("pageshow", (event) => event.persisted && window.location.reload());
  if (isHidden()) {
    // Addresses of one document come back without its being loaded, so each is wiped as it comes.
    const wipe = () => window.history.replaceState(null, "", "/");
    wipe();
    window.addEventListener("popstate", wipe);
    showClock();
    return;
  }
  watchForHiding();
  watchVoices();
  if (typeof WebAssembly !== "object") {
    show("too-old");
    return;
  }
  window.addEventListener("error", (event) => stopIfTrapped(event.error));
  window.addEventListener("unhandledrejection", (event) => stopIfTrapped(event.reason));
  try {
    const wanted = await program();
    const glue = await import(file(`${wanted}.js`));
    await glue.default({ module_or_path: fetch(file(`${wanted}.wasm`)) });
  } catch (fault) {
    console.error(fault);
    // A wasm the browser cannot compile uses something newer than the browser.
    show(fault instanceof WebAssembly.CompileError ? "too-old" : "stopped");
  }
  // Also after a failure: a mended version can only arrive through the service worker.
  afterPaint(() => registerServiceWorker().catch((fault) => console.warn(fault)));
}

globalThis.trellis = Object.freeze({ build: built.build, file, startWorker, updateReady, applyUpdate, stopped, hideNow, leave, readAloud, stopReading, noteRecorded, painted });
start();
