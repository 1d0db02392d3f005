// A second implementation of what is said about two scores of one scale. Values are whole hundredths.

import { asked } from './asked.mjs';
import { keys } from './keys.mjs';
import { decimal, pointsOf } from './score.mjs';

const ALPHA = 'alpha';

/** The smallest difference taken as real, and where it comes from. All other scales have none: a difference only. */
const RELIABLE = {
  'swemwbs-7 total': [287, 'published'],
  'wemwbs-14 total': [900, 'sem'],
  'lsns-6 total': [700, ALPHA],
  'ons-loneliness three_item': [200, ALPHA],
  'phq-9 total': [600, 'published'],
  'gad-7 total': [400, 'published'],
};

/** Scales on which a higher score is worse; on all others it is better. */
const WORSE = new Set([
  'ons-4 anxious_yesterday', 'ons-loneliness three_item', 'phq-9 total', 'gad-7 total', 'audit-c total',
  ...['alcohol', 'opiates', 'crack', 'cocaine', 'amphetamines', 'cannabis', 'other_substance', 'tobacco', 'injecting']
    .map((id) => `top ${id}_days`),
  ...['barrier_home', 'barrier_substance_use', 'barrier_injecting', 'barrier_justice', 'barrier_activity', 'barriers',
    'support_unmet'].map((id) => `strengths-profile ${id}`),
]);

/** More support that one has some of may be a step up from none or a step down from enough. */
const NEITHER = new Set(['strengths-profile support_partly']);

/** About one thing the person named; that text stands in no file, so nobody can tell whether it is the same thing. */
const ABOUT_A_TEXT = new Set(['strengths-profile commitment']);

const HEADER = [
  'person', 'scale', 'from_wave', 'to_wave', 'from', 'to', 'difference', 'distance_travelled', 'threshold', 'basis',
  'verdict', 'ceiling',
];

/** Rows of change with their header: every later time against the baseline and the one before it. */
export function changeRows(id, { times }) {
  const codes = Object.fromEntries(asked(id).map((item) => [item.id, item.codes]));
  const people = new Map();
  for (const time of times) people.set(time.key[0], [...(people.get(time.key[0]) ?? []), time]);
  const names = [...people.keys()].sort();
  const rows = names.flatMap((name) => {
    const pairs = pairsOf(people.get(name));
    return keys[id].scales.flatMap((scale) => {
      const known = rule(id, scale.id, codes);
      return pairs.map(([from, to]) => [name, scale.id, ...compared(known, scale.id, from, to)]);
    });
  });
  return [HEADER, ...rows];
}

/** A baseline that is not in the file has no scores. */
const NO_BASELINE = { key: ['', 'baseline'], scores: [] };

function pairsOf(times) {
  const day = ({ key }) => (/^-?\d+$/.test(key[2]) ? Number(key[2]) : Date.parse(key[2]));
  const inTime = [...times].sort((a, b) => day(a) - day(b));
  const baseline = inTime.find(({ key }) => key[1] === 'baseline') ?? NO_BASELINE;
  return inTime.flatMap((time, n) => {
    if (time === baseline) return [];
    const before = inTime[n - 1] ?? baseline;
    return before === baseline ? [[baseline, time]] : [[baseline, time], [before, time]];
  });
}

/** The cells from `from_wave` on. */
function compared(known, scale, from, to) {
  const [first, last] = [from, to].map(({ scores }) => scores.find((score) => score.scale.id === scale));
  const alike = first === undefined || (first.measures === last.measures && !known.aboutText);
  const found = alike ? change(first?.value, last.value, known) : { verdict: 'not_comparable' };
  const judged = found.ceiling !== undefined && known.least !== undefined;
  const numbers = [first?.value, last.value, found.difference, found.travelled, judged ? known.least : undefined];
  const cells = numbers.map((number) => (number === undefined ? '' : decimal(number)));
  const ceiling = found.ceiling === undefined ? '' : found.ceiling ? 'yes' : 'no';
  return [from.key[1], to.key[1], ...cells, judged ? known.basis : '', found.verdict, ceiling];
}

/**
 * What two values say, `undefined` being no score: `{difference, travelled, verdict, ceiling}`. `range` is the lowest
 * and the highest value there is, `least` the smallest reliable difference if there is one. `ceiling`: even the best
 * end is nearer to the first value than that. `better` is 1 when a higher value is, -1 when a lower one is.
 */
export function change(from, to, { least, better, range }) {
  if (from === undefined || to === undefined) return { verdict: 'not_assessable' };
  const difference = to - from;
  const travelled = better && better * difference;
  const both = { difference, travelled };
  if (least === undefined) return { ...both, verdict: 'difference_only', ceiling: false };
  const room = better === 1 ? range[1] - from : from - range[0];
  const ceiling = room < least;
  if (travelled >= least) return { ...both, verdict: 'reliable_improvement', ceiling };
  if (travelled <= -least) return { ...both, verdict: 'reliable_deterioration', ceiling };
  return { ...both, verdict: 'no_reliable_change', ceiling };
}

/** What is known of change on a scale; `codes` are those of each of its items, by item. */
export function rule(id, scale, codes) {
  const name = `${id} ${scale}`;
  const [least, basis] = RELIABLE[name] ?? [];
  const better = NEITHER.has(name) ? undefined : WORSE.has(name) ? -1 : 1;
  return { least, basis, better, range: range(id, scale, codes), aboutText: ABOUT_A_TEXT.has(name) };
}

/** The lowest and the highest value of a scale, in hundredths. */
function range(id, scale, codes) {
  const key = keys[id].scales.find((each) => each.id === scale);
  if (key.any) return [0, 100];
  if (key.scales) return ends(key.scales.map((part) => range(id, part, codes)));
  const items = (key.sum ?? key.count).map((item) => codes[item].map((code) => 100 * pointsOf(key, item, code)));
  const raw = ends(items.map((points) => [Math.min(...points), Math.max(...points)]));
  return key.table ? raw.map((end) => key.table[end / 100]) : raw;
}

const ends = (ranges) => [0, 1].map((end) => ranges.reduce((total, each) => total + each[end], 0));

/** 1.96 standard errors of a difference, from a standard deviation and a reliability, in points. */
export const smallestDetectable = (deviation, reliability) =>
  1.96 * Math.SQRT2 * deviation * Math.sqrt(1 - reliability);
