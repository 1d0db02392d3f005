// Random answers, the same for the same seed: every code, every way to be missing, both settings, gates open,
// closed and skipped, and now and then an impossible code. Each scale is complete, at its minimum, one under it or
// sparse by turns; a person leans towards one end, so that sums reach both ends of a range and not only its middle.
//
//     node tests/reference/make.mjs wemwbs-14 7 > answers.csv

import { pathToFileURL } from 'node:url';
import { asked, missing } from './asked.mjs';
import { writeCsv } from './csv.mjs';
import { keys } from './keys.mjs';

const WAVES = ['baseline', 'between_1', 'followup_1', 'followup_2', 'unscheduled_1', 'before_release', 'after_release'];

/** splitmix32: numbers from 0 up to 1. */
function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return ((z ^ (z >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** Answers to an instrument as CSV: `rows` possible lines under the header, and some impossible ones among them. */
export function make(id, seed, rows) {
  const chance = new Chance(seed + [...id].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7));
  const items = asked(id).filter((item) => item.kind !== 'text');
  const when = chance.under(0.5) ? 'date' : 'days';
  const lines = [['person', 'wave', when, 'setting', ...items.map((item) => item.id)]];
  let possible = 0;
  for (let person = 1; possible < rows; person += 1) {
    const name = chance.under(0.02) ? `${person} "quoted", with a comma` : `p${person}`;
    let day = chance.below(30);
    for (const wave of WAVES.filter(() => chance.under(0.5))) {
      if (possible === rows) break;
      const { cells, spoilt } = row(id, items, chance);
      if (!spoilt) possible += 1;
      const key = [name, wave, when === 'days' ? String(day) : date(day), cells.setting];
      lines.push([...key, ...items.map((item) => cells[item.id])]);
      day += 1 + chance.below(100);
    }
  }
  return writeCsv(lines);
}

const date = (day) => new Date(Date.UTC(2024, 0, 15 + day)).toISOString().slice(0, 10);

class Chance {
  constructor(seed) {
    this.next = numbers(seed);
  }
  under(share) {
    return this.next() < share;
  }
  below(count) {
    return Math.floor(this.next() * count);
  }
  of(list) {
    return list[this.below(list.length)];
  }
}

function row(id, items, chance) {
  const lean = chance.under(0.1) ? chance.below(2) : chance.next();
  const noise = chance.of([0, 0, 0.3, 1]);
  const cells = { setting: chance.of(['', 'community', 'custody']) };
  // Some people answer reversed items the other way round, as they should; some do not look.
  const turned = chance.under(0.5) ? keys[id].scales.flatMap((scale) => Object.keys(scale.turned ?? {})) : [];
  for (const item of items) cells[item.id] = code(item, turned.includes(item.id) ? 1 - lean : lean, noise, chance);
  for (const scale of keys[id].scales) leaveOut(scale, cells, chance);
  // Half of the answers behind a closed gate stay: they were given before it closed, and count no more.
  const closed = ({ gate }) => gate && !gate.is.map(String).includes(cells[gate.item]);
  for (const item of items.filter(closed)) if (chance.under(0.5)) cells[item.id] = '';
  const spoilt = chance.under(0.02);
  if (spoilt) spoil(chance.of(items), cells, chance);
  return { cells, spoilt };
}

function code(item, lean, noise, chance) {
  const last = item.codes.length - 1;
  if (item.kind === 'several') {
    const some = item.codes.filter((each) => !item.alone.includes(each) && chance.under(0.4));
    return some.join('+') || String(chance.of(item.codes));
  }
  // Codes of yes and no are drawn apart from the lean: gates and barriers go every way.
  if (last === 1 && noise > 0) return String(chance.of(item.codes));
  const rank = [...item.codes].sort((a, b) => a - b);
  const place = lean * (last + 1) + (chance.next() - 0.5) * 2 * noise * last - 0.5 + (chance.next() - 0.5);
  return String(rank[Math.min(last, Math.max(0, Math.round(place)))]);
}

function leaveOut(scale, cells, chance) {
  if (scale.scales) return;
  const items = scale.sum ?? scale.count ?? scale.any.map(([item]) => item);
  const spare = items.length - (scale.least ?? items.length);
  const plan = chance.next();
  let out = 0;
  if (plan > 0.6) out = spare;
  if (plan > 0.75) out = spare + 1;
  if (plan > 0.9) out = 1;
  if (plan > 0.95) out = chance.below(items.length + 1);
  // The scales of a long instrument overlap in its total: leave some people's answers whole.
  if (items.length < 21 && chance.under(0.4)) return;
  for (const item of shuffled(items, chance).slice(0, out)) cells[item] = chance.of(['', ...missing]);
}

function shuffled(list, chance) {
  return list.map((each) => [chance.next(), each]).sort(([a], [b]) => a - b).map(([, each]) => each);
}

function spoil(item, cells, chance) {
  const highest = Math.max(...item.codes);
  const lowest = Math.min(...item.codes);
  const wrong = [String(highest + 1), String(lowest - 1), '2.5', 'yes', '?'];
  if (item.kind === 'several') wrong.push(`${lowest}+${highest + 1}`);
  if (item.alone.length > 0) wrong.push(item.codes.join('+'));
  cells[item.id] = chance.of(wrong);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [id, seed = '1', rows = '1000'] = process.argv.slice(2);
  process.stderr.write(`seed ${seed}\n`);
  process.stdout.write(make(id, Number(seed), Number(rows)));
}
