// A second implementation of what is said about two scores of one scale. Values are whole hundredths.

import { keys } from './keys.mjs';
import { pointsOf } from './score.mjs';

/** The smallest difference taken as real, in hundredths. No other scale has one: the difference is all there is. */
const RELIABLE = {
  'swemwbs-7 total': 287,
  'wemwbs-14 total': 900,
  'lsns-6 total': 700,
  'ons-loneliness three_item': 200,
  'phq-9 total': 600,
  'gad-7 total': 400,
};

/** Scales on which a higher score is worse; on all others it is better. */
const WORSE = new Set([
  'ons-4 anxious_yesterday', 'ons-loneliness three_item', 'phq-9 total', 'gad-7 total', 'audit-c total',
  ...['alcohol', 'opiates', 'crack', 'cocaine', 'amphetamines', 'cannabis', 'other_substance', 'tobacco', 'injecting']
    .map((id) => `top ${id}_days`),
  ...['barrier_home', 'barrier_substance_use', 'barrier_injecting', 'barrier_justice', 'barrier_activity', 'barriers',
    'support_unmet', 'support_partly'].map((id) => `strengths-profile ${id}`),
]);

export const reliable = (id, scale) => RELIABLE[`${id} ${scale}`];

/**
 * What two values say, `undefined` being no score: `{difference, travelled, verdict, ceiling}`. `range` is the lowest
 * and the highest value there is, `least` the smallest reliable difference if there is one. `ceiling`: even the best
 * end is nearer to the first value than that.
 */
export function change(from, to, { least, worse, range }) {
  if (from === undefined || to === undefined) return { verdict: 'not_assessable' };
  const difference = to - from;
  const travelled = worse ? -difference : difference;
  const both = { difference, travelled };
  if (least === undefined) return { ...both, verdict: 'difference_only', ceiling: false };
  const room = worse ? from - range[0] : range[1] - from;
  const ceiling = room < least;
  if (travelled >= least) return { ...both, verdict: 'reliable_improvement', ceiling };
  if (travelled <= -least) return { ...both, verdict: 'reliable_deterioration', ceiling };
  return { ...both, verdict: 'no_reliable_change', ceiling };
}

/** What is known of change on a scale; `codes` are those of each of its items, by item. */
export function rule(id, scale, codes) {
  return { least: reliable(id, scale), worse: WORSE.has(`${id} ${scale}`), range: range(id, scale, codes) };
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
