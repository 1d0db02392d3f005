// Reads the page aloud, by a voice that is on this device and by no other: a voice from the network would
// send what is read to somebody. Fetched when it is first asked for. It changes nothing on the page: what
// is being read is marked by the browser's own highlights.

const root = document.documentElement;
const SKIPPED = "svg, textarea, input, .own-words, .asides, .visually-hidden, [hidden], details:not([open]) > :not(summary), nav, button";
const BLOCKS = "h1, h2, h3, h4, .notice, figcaption, p, li, dt, dd, legend, label, summary, th, td";

/** The first voice on this device for a language. */
export function voiceFor(language) {
  return window.speechSynthesis.getVoices().find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(language));
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

/** One sentence after the other: what is said, in which language, and where it stands. */
export function sentences() {
  const found = [];
  for (const block of document.querySelectorAll(BLOCKS.split(", ").map((name) => `main ${name}`).join(", "))) {
    if (!block.checkVisibility({ visibilityProperty: true })) {
      continue;
    }
    for (const text of textsOf(block)) {
      const language = languageOf(text.parentElement);
      for (const { segment, index } of new Intl.Segmenter(language, { granularity: "sentence" }).segment(text.data)) {
        if (segment.trim() !== "") {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + segment.length);
          found.push({ said: segment.trim(), language, range });
        }
      }
    }
  }
  return found;
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
  delete root.dataset.reading;
  window.speechSynthesis.cancel();
  mark(null);
}

/** Reads from the top; each sentence is an utterance of its own, so that stopping is at once. */
export function read() {
  stop();
  root.dataset.reading = "yes";
  const waiting = sentences();
  const next = () => {
    const sentence = waiting.shift();
    if (root.dataset.reading === undefined || sentence === undefined) {
      stop();
      return;
    }
    const voice = voiceFor(sentence.language);
    if (voice === undefined) {
      // No voice for this language on the device: silence is better than a voice that misreads it.
      next();
      return;
    }
    const utterance = new SpeechSynthesisUtterance(sentence.said);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.onend = next;
    utterance.onerror = stop;
    mark(sentence.range);
    sentence.range.startContainer.parentElement.scrollIntoView({ block: "nearest" });
    window.speechSynthesis.speak(utterance);
  };
  next();
}
