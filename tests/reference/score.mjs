// A second implementation of the scoring. It shares no code with the first: see keys.mjs.
// All numbers are whole hundredths, so nothing drifts.

import { asked, counted } from './asked.mjs';
import { readCsv } from './csv.mjs';
import { keys } from './keys.mjs';

/**
 * Answers as CSV -> `{when, times, refused}`: the name of the third column; key (person, wave, day) and scores of each
 * possible row; the line of each impossible one.
 */
export function score(id, text) {
  const [names, ...lines] = readCsv(text);
  const items = asked(id);
  const times = [];
  const refused = [];
  lines.forEach((line, n) => {
    const cells = Object.fromEntries(names.map((name, at) => [name, line[at]]));
    try {
      times.push({ key: line.slice(0, 3), scores: scores(id, items, cells) });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      refused.push(n + 2);
    }
  });
  return { when: names[2], times, refused };
}

/** `when` is the third column of the answers, `date` or `days`. */
const header = (when) =>
  ['person', 'wave', when, 'scale', 'status', 'raw', 'value', 'band', 'answered', 'items', 'prorated'];

/** Long scores with their header. */
export function scoreRows({ when, times }) {
  return [header(when), ...times.flatMap(({ key, scores }) => scores.map((each) => [...key, ...shown(each)]))];
}

/** One person's scores at one time, in the order of the key; throws a RangeError for an impossible answer. */
function scores(id, items, cells) {
  const counts = counted(items, cells, cells.setting || 'community');
  const earlier = new Map();
  for (const scale of keys[id].scales) earlier.set(scale.id, { scale, ...reckoned(scale, counts, earlier) });
  return [...earlier.values()];
}

function reckoned(scale, counts, earlier) {
  if (scale.scales) return added(scale.scales.map((id) => earlier.get(id)), counts);
  const items = (scale.sum ?? scale.count ?? scale.any.map(([item]) => item)).filter((item) => counts.has(item));
  const given = items.filter((item) => counts.get(item) !== undefined);
  const tally = { answered: given.length, items: items.length, prorated: false, reads: items, measures: items.join() };
  if (scale.any) return { ...tally, ...anyOf(scale.any, counts) };
  const whole = given.length === items.length;
  if (items.length === 0 || given.length < (scale.least ?? items.length)) return tally;
  const points = given.map((item) => pointsOf(scale, item, counts.get(item)));
  const raw = prorated(points.reduce((a, b) => a + b, 0), items.length, given.length, scale.places ?? 0);
  return { ...tally, prorated: !whole, raw, value: scale.table ? scale.table[raw / 100] : raw };
}

/** Each missing answer counts as the mean of the given ones; halves go up. In hundredths. */
function prorated(total, items, given, places) {
  const top = total * items * 10 ** places;
  return Math.floor((2 * top + given) / (2 * given)) * 10 ** (2 - places);
}

/** The parts added up; a question that two of them ask is one question and one answer. */
function added(parts, counts) {
  const over = (what) => parts.reduce((total, part) => total + part[what], 0);
  const reads = [...new Set(parts.flatMap((part) => part.reads))];
  const tally = {
    answered: reads.filter((item) => counts.get(item) !== undefined).length,
    items: reads.length,
    reads,
    prorated: parts.some((part) => part.prorated),
    measures: parts.map((part) => part.measures).join(),
  };
  if (parts.some((part) => part.value === undefined)) return tally;
  return { ...tally, raw: over('value'), value: over('value') };
}

/** 1 as soon as one condition holds, 0 when all are settled, otherwise nothing. */
function anyOf(conditions, counts) {
  const here = conditions.filter(([item]) => counts.has(item));
  if (here.some(([item, code]) => counts.get(item) === code)) return { raw: 100, value: 100 };
  const settled = here.length > 0 && here.every(([item]) => counts.get(item) !== undefined);
  return settled ? { raw: 0, value: 0 } : {};
}

/** The points of an answer: counted, recoded, turned or as it is. */
export function pointsOf(scale, item, code) {
  if (scale.count) return code === scale.code ? 1 : 0;
  if (scale.recoded) return scale.recoded[item][code];
  const outOf = scale.turned?.[item];
  return outOf === undefined ? code : outOf - code;
}

/** The last band whose lower bound is not above the value. */
const bandOf = (scale, value) => scale.bands?.findLast(([from]) => from <= value)?.[1] ?? '';

/** The cells from `scale` on. */
function shown({ scale, raw, value, answered, items, prorated }) {
  const tally = [String(answered), String(items)];
  if (value === undefined) return [scale.id, 'not_scorable', '', '', '', ...tally, ''];
  return [scale.id, 'scored', decimal(raw), decimal(value), bandOf(scale, value), ...tally, prorated ? 'yes' : 'no'];
}

/** The shortest decimal of whole hundredths: 1240 -> `12.4`. */
export function decimal(hundredths) {
  const sign = hundredths < 0 ? '-' : '';
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  const places = digits.slice(-2).replace(/0+$/, '');
  return `${sign}${digits.slice(0, -2)}${places && `.${places}`}`;
}
