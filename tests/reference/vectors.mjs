// The worked examples about scores: number, instrument, codes in the manual's order ('' is missing), and what they
// give: a value, a value and its band, `null` where there is no number. `refused` stands for a row that is an error.

const times = (count, code) => Array(count).fill(code);
const ones = (...counts) => counts.flatMap((count) => [...times(count, 1), ...times(5 - count, 0)]);
const without = (codes, number) => codes.with(number - 1, '');

const mixed = ones(5, 4, 3, 2, 1, 0, 5, 4, 3, 2);
const sure = [0, 2, 4, 1, 2, 3, 0, 1, 2, 3, 4, 2, 2, 2, 2, 1, 3, 0, 4, 1, 2];
const turned = [2, 5, 6, 9, 10, 12, 16, 17, 18, 23, 25];
const mirc = (reversed, other) => times(28, 0).map((_, n) => (turned.includes(n + 1) ? reversed : other));
const mircMixed = [3, 2, 4, 3, 2, 1, 3, 3, 2, 2, 4, 1, 3, 3, 4, 2, 2, 3, 3, 3, 2, 3, 2, 4, 1, 3, 3, 2];
const wemwbs = [3, 4, 2, 5, 1, 3, 4, 2, 3, 5, 4, 1, 2, 5];
const short = [1, 2, 3, 6, 7, 9, 11].map((number) => wemwbs[number - 1]);
const top = (alcohol) => [...alcohol, ...times(40, 0), ...times(3, 10)];

const factors = (substance_use, self_care, relationships, material_resources, outlook_on_life, total) =>
  ({ substance_use, self_care, relationships, material_resources, outlook_on_life, total });

const arc = (total, ...subscales) => ({
  substance_use_and_sobriety: subscales[0], global_health_psychological: subscales[1],
  global_health_physical: subscales[2], citizenship_community: subscales[3], social_support: subscales[4],
  meaningful_activities: subscales[5], housing_and_safety: subscales[6], risk_taking: subscales[7],
  coping_and_life_functioning: subscales[8], recovery_experience: subscales[9], total,
});

const days = (alcohol_days) => ({
  alcohol_days, opiates_days: 0, crack_days: 0, cocaine_days: 0, amphetamines_days: 0, cannabis_days: 0,
  other_substance_days: 0, tobacco_days: 0, injecting_days: 0, paid_work_days: 0, education_days: 0,
  psychological_health: 10, physical_health: 10, quality_of_life: 10,
});

/** Satisfaction, worthwhile, happy, anxious. */
const ons = (life_satisfaction, worthwhile, happy_yesterday, anxious_yesterday) =>
  ({ life_satisfaction, worthwhile, happy_yesterday, anxious_yesterday });

const LOW = [4, 'low'];
const MEDIUM = [5, 'medium'];
const HIGH = [7, 'high'];
const VERY_HIGH = [9, 'very high'];

const BELOW = 'below the cut-off';
const ABOVE = 'at or above the cut-off';

export const vectors = [
  [1, 'arc-50', times(50, 1), arc(50, ...times(10, 5))],
  [2, 'arc-50', mixed, arc(29, 5, 4, 3, 2, 1, 0, 5, 4, 3, 2)],
  [3, 'arc-50', without(mixed, 16), arc(null, 5, 4, 3, null, 1, 0, 5, 4, 3, 2)],
  ...[2, 3, 4, 5, 6].map((code) => [4, 'arc-50', mixed.with(20, code), 'refused']),
  [5, 'barc-10', [5, 5, 5, 5, 5, 4, 4, 5, 5, 4], { total: [47, ABOVE] }],
  [6, 'barc-10', [5, 5, 5, 5, 4, 4, 4, 5, 5, 4], { total: [46, BELOW] }],
  [7, 'barc-10', times(10, 1), { total: [10, BELOW] }],
  [7, 'barc-10', times(10, 6), { total: [60, ABOVE] }],
  ...[0, 7].map((code) => [8, 'barc-10', times(10, 5).with(3, code), 'refused']),
  [9, 'barc-10', without(times(10, 5), 10), { total: null }],
  [10, 'sure-21', times(21, 0), factors(18, 15, 12, 9, 9, 63)],
  [10, 'sure-21', times(21, 4), factors(6, 5, 4, 3, 3, 21)],
  [11, 'sure-21', sure, factors(12, 10, 8, 7, 6, 43)],
  [12, 'sure-21', without(sure, 16), factors(12, 10, 8, null, 6, null)],
  [13, 'swemwbs-7', times(7, 3), { total: [19.25, 'low'] }],
  [14, 'swemwbs-7', [3, 3, 3, 3, 3, 3, 4], { total: [19.98, 'medium'] }],
  [15, 'swemwbs-7', [4, 4, 4, 4, 4, 5, 5], { total: [27.03, 'medium'] }],
  [15, 'swemwbs-7', [4, 4, 4, 4, 5, 5, 5], { total: [28.13, 'high'] }],
  [16, 'swemwbs-7', times(7, 1), { total: [7, 'low'] }],
  [16, 'swemwbs-7', times(7, 5), { total: [35, 'high'] }],
  [17, 'swemwbs-7', without(times(7, 3), 4), { total: null }],
  [18, 'wemwbs-14', wemwbs, { total: [44, 'average'] }],
  [18, 'swemwbs-7', short, { total: [20.73, 'medium'] }],
  [19, 'wemwbs-14', times(14, 3), { total: [42, 'low'] }],
  [19, 'wemwbs-14', times(14, 3).with(0, 4), { total: [43, 'average'] }],
  [19, 'wemwbs-14', [...times(11, 4), ...times(3, 5)], { total: [59, 'average'] }],
  [19, 'wemwbs-14', [...times(10, 4), ...times(4, 5)], { total: [60, 'high'] }],
  [20, 'wemwbs-14', [...times(6, 3), ...times(6, 4), '', ''], { total: [49, 'average'] }],
  [21, 'wemwbs-14', [...times(10, 3), '', '', '', ''], { total: null }],
  [22, 'ons-4', [4, 5, 7, ''], ons(LOW, MEDIUM, HIGH, null)],
  [22, 'ons-4', [9, 4, 5, ''], ons(VERY_HIGH, LOW, MEDIUM, null)],
  [22, 'ons-4', [7, 9, 4, ''], ons(HIGH, VERY_HIGH, LOW, null)],
  [23, 'ons-4', ['', '', '', 1], ons(null, null, null, [1, 'very low'])],
  [23, 'ons-4', ['', '', '', 2], ons(null, null, null, [2, 'low'])],
  [23, 'ons-4', ['', '', '', 4], ons(null, null, null, [4, 'medium'])],
  [23, 'ons-4', ['', '', '', 6], ons(null, null, null, [6, 'high'])],
  // Here and in every row, a scale that is not named must not be in the answer: there is no composite.
  [24, 'ons-4', [7, 7, 7, 3], ons(HIGH, HIGH, HIGH, [3, 'low'])],
  [24, 'ons-4', [7, 7, 7, ''], ons(HIGH, HIGH, HIGH, null)],
  [25, 'ons-loneliness', [1, 2, 3, ''], { three_item: 6, direct_item: null }],
  [25, 'ons-loneliness', [1, 1, 3, ''], { three_item: 5, direct_item: null }],
  [25, 'ons-loneliness', [3, 3, 3, ''], { three_item: 9, direct_item: null }],
  [26, 'ons-loneliness', [2, '', 2, 3], { three_item: null, direct_item: 3 }],
  [27, 'lsns-6', [2, 2, 2, 2, 2, 2], { family: [6, ABOVE], friends: [6, ABOVE], total: [12, ABOVE] }],
  [28, 'lsns-6', [1, 2, 3, 0, 1, 4], { family: [6, ABOVE], friends: [5, BELOW], total: [11, BELOW] }],
  [29, 'lsns-6', [3, 3, 3, 2, 2, ''], { family: [9, ABOVE], friends: null, total: null }],
  // The two halves that are not scored here give 19 and 22, 16 and 13, 28 and 28, 7 and 7, 20 and 22.
  [30, 'mirc-28', times(28, 4), { social: 19, physical: 19 }],
  [30, 'mirc-28', times(28, 1), { social: 16, physical: 16 }],
  [31, 'mirc-28', mirc(1, 4), { social: 28, physical: 28 }],
  [31, 'mirc-28', mirc(4, 1), { social: 7, physical: 7 }],
  [32, 'mirc-28', mircMixed, { social: 23, physical: 23 }],
  [33, 'css-5', times(5, 6), { total: 30 }],
  [33, 'css-5', times(5, 4), { total: 20 }],
  [34, 'rgps-14', [...times(7, 1), ...times(7, 0)], { total: 7 }],
  [35, 'rosenberg', times(10, 3), { total: 15 }],
  [35, 'rosenberg', [2, 1, 2, 2, 1, 1, 2, 1, 0, 2], { total: 21 }],
  [50, 'top', top([7, 5, 3, 0]), days(15)],
  [50, 'top', top([7, 5, 'do_not_know', 0]), days(null)],
];

/**
 * The worked examples about change: number, instrument, scale, from, to, verdict; and for an instrument without a
 * threshold of its own, one from a made-up standard deviation and a reliability.
 */
export const changes = [
  [36, 'phq-9', 'total', 15, 9, 'reliable_improvement'],
  [37, 'phq-9', 'total', 14, 9, 'no_reliable_change'],
  [38, 'gad-7', 'total', 12, 8, 'reliable_improvement'],
  [39, 'swemwbs-7', 'total', 19.25, 22.35, 'reliable_improvement'],
  [40, 'swemwbs-7', 'total', 19.25, 21.54, 'no_reliable_change'],
  [41, 'swemwbs-7', 'total', 25.03, 21.54, 'reliable_deterioration'],
  [42, 'swemwbs-7', 'total', 17.98, 20.73, 'no_reliable_change'],
  [42, 'swemwbs-7', 'total', 18.59, 21.54, 'reliable_improvement'],
  [43, 'wemwbs-14', 'total', 40, 48, 'no_reliable_change'],
  [43, 'wemwbs-14', 'total', 40, 49, 'reliable_improvement'],
  [44, 'barc-10', 'total', 52, 60, 'no_reliable_change at the ceiling', { deviation: 10, reliability: 0.9 }],
  [45, 'lsns-6', 'total', 8, 15, 'reliable_improvement'],
  [46, 'ons-4', 'life_satisfaction', 5, 8, 'difference_only'],
];
