// Reads the page aloud: what is recorded by its recording, and the rest by a voice that is on this device and by no
// other: a voice from the network would send what is read to somebody. Fetched when it is first asked for. It changes
// nothing on the page: what is being read is marked by the browser's own highlights.

const root = document.documentElement;
const SKIPPED = "svg, textarea, input, .own-words, .asides, .visually-hidden, [hidden], details:not([open]) > :not(summary), nav, button";
const BLOCKS = "h1, h2, h3, h4, .notice, figcaption, p, li, dt, dd, legend, label, summary, th, td";

/** Recordings by the language and the words they say: pairs of key and kind, one after the other. */
let recorded = new Map();
/** Which reading this is: an earlier one says nothing more. */
let turn = 0;
/** Ends what sounds now. */
let hush = () => {};
/** The one player there is, in no page. One that was started by a tap may go on to the next recording. */
let player = null;

const spaced = (words) => words.trim().replace(/\s+/g, " ");
const keyOf = (language, words) => `${language} ${spaced(words)}`;

/** The first voice on this device for a language. */
export function voiceFor(language) {
  const voices = window.speechSynthesis?.getVoices() ?? [];
  return voices.find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(language));
}

function languageOf(element) {
  return (element.closest("[lang]")?.getAttribute("lang") ?? "en").slice(0, 2);
}

/** Every text of a block that is seen and is not somebody's own, in the order it stands. */
function textsOf(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) => {
    const inside = node.parentElement;
    const ours = inside.closest(BLOCKS) === block && inside.closest(SKIPPED) === null;
    return ours && node.data.trim() !== "" ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT;
  });
  const texts = [];
  while (walker.nextNode()) {
    texts.push(walker.currentNode);
  }
  return texts;
}

/** Something said in one go, and where it stands; with recordings when there are any. */
function piece(first, from, last, to, said) {
  const range = document.createRange();
  range.setStart(first, from);
  range.setEnd(last, to);
  const language = languageOf(first.parentElement);
  return { said: said.trim(), language, range, sounds: recorded.get(keyOf(language, said)) };
}

function sentencesOf(text) {
  const segments = [...new Intl.Segmenter(languageOf(text.parentElement), { granularity: "sentence" }).segment(text.data)];
  return segments
    .filter(({ segment }) => segment.trim() !== "")
    .map(({ segment, index }) => piece(text, index, text, index + segment.length, segment));
}

/** A text in one piece where it is recorded so, or else sentence by sentence. */
function piecesOf(text) {
  const whole = piece(text, 0, text, text.length, text.data);
  return whole.sounds === undefined ? sentencesOf(text) : [{ ...whole, instead: () => sentencesOf(text) }];
}

/** All that is to be said, in the order it stands. */
export function pieces() {
  const found = [];
  for (const block of document.querySelectorAll(BLOCKS.split(", ").map((name) => `main ${name}`).join(", "))) {
    const texts = block.checkVisibility({ visibilityProperty: true }) ? textsOf(block) : [];
    if (texts.length === 0) {
      continue;
    }
    const last = texts.at(-1);
    const whole = piece(texts[0], 0, last, last.length, texts.map((text) => text.data).join(""));
    if (texts.length > 1 && whole.sounds !== undefined) {
      found.push({ ...whole, instead: () => texts.flatMap(piecesOf) });
    } else {
      found.push(...texts.flatMap(piecesOf));
    }
  }
  return found;
}

/** Takes which words are recorded, and offers reading where some of them stand on the page. */
export function note(rows) {
  recorded = new Map(rows.map(([language, said, sounds]) => [keyOf(language.slice(0, 2), said), sounds]));
  if (recorded.size > 0 && pieces().some((one) => one.sounds !== undefined)) {
    root.dataset.recorded = "yes";
  } else {
    delete root.dataset.recorded;
  }
}

function mark(range) {
  if (globalThis.Highlight === undefined) {
    return;
  }
  if (range === null) {
    CSS.highlights.delete("reading");
  } else {
    CSS.highlights.set("reading", new Highlight(range));
  }
}

export function stop() {
  turn += 1;
  delete root.dataset.reading;
  window.speechSynthesis?.cancel();
  hush();
  mark(null);
}

/** Plays bytes to their end. False when this device cannot play them. */
function play(bytes, kind) {
  player ??= new Audio();
  const address = URL.createObjectURL(new Blob([bytes], { type: kind }));
  return new Promise((done) => {
    let sounding = true;
    const over = (played) => {
      if (!sounding) {
        return;
      }
      sounding = false;
      hush = () => {};
      player.onended = player.onerror = player.onpause = null;
      player.pause();
      player.removeAttribute("src");
      // Without this the last sound stays in memory.
      player.load();
      URL.revokeObjectURL(address);
      done(played);
    };
    hush = () => over(true);
    player.onended = () => over(true);
    player.onerror = () => over(false);
    // A key of the keyboard or the tablet's own controls may stop it as well.
    player.onpause = () => player.paused && !player.ended && stop();
    player.src = address;
    player.play().catch(() => over(false));
  });
}

/** Plays the recordings of a piece. False when one of them cannot be had or played. */
async function sound(one, sounds, mine) {
  for (const [key, kind] of one.sounds) {
    const bytes = await sounds?.(key);
    if (mine !== turn) {
      return true;
    }
    if (bytes === undefined || !(await play(bytes, kind))) {
      return false;
    }
  }
  return true;
}

/** Says a sentence: an utterance of its own, so that stopping is at once. */
function say(sentence, mine) {
  const voice = voiceFor(sentence.language);
  if (voice === undefined) {
    // No voice for this language on the device: silence is better than a voice that misreads it.
    return Promise.resolve();
  }
  return new Promise((done) => {
    const utterance = new SpeechSynthesisUtterance(sentence.said);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    hush = done;
    utterance.onend = done;
    // Whatever was stopped says so later; by then something else may be read.
    utterance.onerror = () => (mine === turn ? stop() : done());
    point(sentence);
    window.speechSynthesis.speak(utterance);
  });
}

function point(one) {
  mark(one.range);
  one.range.startContainer.parentElement.scrollIntoView({ block: "nearest" });
}

/** Reads from the top. `sounds` gives a recording's bytes by its key, or nothing. */
export async function read(sounds) {
  stop();
  root.dataset.reading = "yes";
  const mine = turn;
  const waiting = pieces();
  while (waiting.length > 0) {
    const one = waiting.shift();
    if (one.sounds === undefined) {
      await say(one, mine);
    } else {
      point(one);
      if (!(await sound(one, sounds, mine)) && mine === turn) {
        // A recording that cannot be played is said by the device, where it has a voice.
        waiting.unshift(...one.instead?.().map((part) => ({ ...part, sounds: undefined })) ?? [{ ...one, sounds: undefined }]);
      }
    }
    if (mine !== turn) {
      return;
    }
  }
  stop();
}

// A tablet that is put away says nothing more.
document.addEventListener("visibilitychange", () => document.hidden && stop());
window.addEventListener("pagehide", stop);
