// What an instrument asks: items, codes, gates and settings of its definition. `scales` is never looked at.

import { readFileSync } from 'node:fs';

const MISSING = new Set([
  'not_reached', 'skipped', 'cleared', 'prefer_not_to_say', 'do_not_know', 'does_not_apply', 'person_not_present',
  'worker_did_not_ask',
]);

/** The reasons a cell may give for holding no answer; empty stands for the first. */
export const missing = [...MISSING];

/** The items of an instrument, in the order asked: `{id, kind, codes, alone, setting, gate, implied}`. */
export function asked(id) {
  const place = new URL(`../../instruments/${id}/definition.json`, import.meta.url);
  const { options, items } = JSON.parse(readFileSync(place, 'utf8'));
  return items.map((item) => ({
    id: item.id,
    kind: item.kind,
    codes: codes(item, options),
    alone: item.alone ?? [],
    setting: item.setting,
    gate: item.ask_when,
    implied: item.implied,
  }));
}

function codes(item, options) {
  if (item.kind === 'number') return Array.from({ length: item.to - item.from + 1 }, (_, n) => item.from + n);
  return item.kind === 'text' ? [] : options[item.options].map((option) => option.code);
}

/** What a cell says: a code, several codes, or `undefined` for a missing answer. Throws for anything else. */
export function answer(item, cell) {
  if (cell === '' || MISSING.has(cell)) return undefined;
  const chosen = item.kind === 'several' ? cell.split('+') : [cell];
  const numbers = chosen.map((text) => (/^\d+$/.test(text) ? Number(text) : Number.NaN));
  const lonely = numbers.length > 1 && numbers.some((code) => item.alone.includes(code));
  if (lonely || numbers.some((code) => !item.codes.includes(code))) {
    throw new RangeError(`\`${item.id}\` cannot be \`${cell}\``);
  }
  return item.kind === 'several' ? numbers : numbers[0];
}

/** The codes that count in a setting, by item: gates closed, implied answers put in, the other setting left out. */
export function counted(items, cells, setting) {
  const counts = new Map();
  for (const item of items) {
    const given = answer(item, cells[item.id] ?? '');
    if (item.setting && item.setting !== 'both' && item.setting !== setting) continue;
    counts.set(item.id, item.gate ? throughGate(item, counts.get(item.gate.item), given) : given);
  }
  return counts;
}

function throughGate(item, before, given) {
  if (before === undefined) return undefined;
  return item.gate.is.includes(before) ? given : item.implied;
}
