// How each instrument is scored, written from the published facts and from what this project decided for its own four,
// and from nothing in the Rust: neither its code nor the `scales` of a definition was read. Two people who
// make the same mistake alone are rarer than one who makes it once.
//
// A scale: `id`; one of `sum`, `count`, `any` (items or conditions) or `scales` (earlier scales added up);
// `turned`: the item's code is taken from that number; `recoded`: code -> points; `least`: answers needed for
// prorating, all when left out, and `places` its decimals; `table`: raw -> value; `bands`: lower bounds.
// Bounds and tables are in hundredths. Where no source names a band, the name is the one the definition gives it.

/** `prefix_01` to `prefix_nn`. */
const numbered = (prefix, from, to) =>
  Array.from({ length: to - from + 1 }, (_, n) => `${prefix}_${String(from + n).padStart(2, '0')}`);

/** Chosen numbers of a prefix, each taken from `out_of`: 5 - x, 3 - x. */
const turned = (prefix, numbers, out_of) =>
  Object.fromEntries(numbers.map((n) => [`${prefix}_${String(n).padStart(2, '0')}`, out_of]));

const sum = (id, items, more = {}) => ({ id, sum: items, ...more });
const alone = (id, item = id, more = {}) => sum(id, [item], more);

/** Bands as [lowest whole score, name]. */
const bands = (...rows) => rows.map(([from, name]) => [from * 100, name]);
const cut = (lowest, from) => bands([lowest, 'below the cut-off'], [from, 'at or above the cut-off']);

/** Ten subscales of five items in the order of the manual. */
const ARC = [
  'substance_use_and_sobriety', 'global_health_psychological', 'global_health_physical', 'citizenship_community',
  'social_support', 'meaningful_activities', 'housing_and_safety', 'risk_taking', 'coping_and_life_functioning',
  'recovery_experience',
];

/** The days in four weeks of what TOP asks for week by week. */
const days = (id, number) => {
  const [item] = numbered('top', number, number);
  return sum(`${id}_days`, [1, 2, 3, 4].map((week) => `${item}_week_${week}`));
};

/** Raw 7 to 35: the published conversion of SWEMWBS, in hundredths. */
const SWEMWBS = [
  700, 951, 1125, 1240, 1333, 1408, 1475, 1532, 1584, 1636, 1688, 1743, 1798, 1859, 1925, 1998, 2073, 2154, 2235, 2321,
  2411, 2503, 2602, 2703, 2813, 2931, 3070, 3255, 3500,
];

const DAYS = [
  'alcohol', 'opiates', 'crack', 'cocaine', 'amphetamines', 'cannabis', 'other_substance', 'tobacco', 'injecting',
  'paid_work', 'education',
];

const satisfied = bands([0, 'low'], [5, 'medium'], [7, 'high'], [9, 'very high']);

/** Five categories, 0 the best end, to three points. */
const factor = (id, from, to) => {
  const items = numbered('sure', from, to);
  return sum(id, items, { recoded: Object.fromEntries(items.map((item) => [item, [3, 3, 2, 1, 1]])) });
};

export const published = {
  'arc-50': {
    codes: [0, 1],
    scales: [
      ...ARC.map((id, k) => sum(id, numbered('arc', 5 * k + 1, 5 * k + 5))),
      sum('total', numbered('arc', 1, 50)),
    ],
  },
  'barc-10': { codes: [1, 6], scales: [sum('total', numbered('barc', 1, 10), { bands: cut(10, 47) })] },
  'swemwbs-7': {
    codes: [1, 5],
    scales: [
      sum('total', numbered('swemwbs', 1, 7), {
        table: Object.fromEntries(SWEMWBS.map((value, n) => [n + 7, value])),
        bands: [[700, 'low'], [1998, 'medium'], [2813, 'high']],
      }),
    ],
  },
  'wemwbs-14': {
    codes: [1, 5],
    scales: [
      sum('total', numbered('wemwbs', 1, 14), {
        least: 11,
        places: 1,
        bands: bands([14, 'low'], [43, 'average'], [60, 'high']),
      }),
    ],
  },
  'ons-4': {
    codes: [0, 10],
    scales: [
      alone('life_satisfaction', 'ons_01', { bands: satisfied }),
      alone('worthwhile', 'ons_02', { bands: satisfied }),
      alone('happy_yesterday', 'ons_03', { bands: satisfied }),
      alone('anxious_yesterday', 'ons_04', { bands: bands([0, 'very low'], [2, 'low'], [4, 'medium'], [6, 'high']) }),
    ],
  },
  'ons-loneliness': {
    scales: [
      sum('three_item', numbered('loneliness', 1, 3), { bands: bands([3, '3 to 5'], [6, '6 to 7'], [8, '8 to 9']) }),
      alone('direct_item', 'loneliness_04'),
    ],
  },
  'mirc-28': {
    codes: [1, 4],
    scales: [
      sum('social', numbered('mirc', 1, 7), { turned: turned('mirc', [2, 5, 6], 5) }),
      sum('physical', numbered('mirc', 8, 14), { turned: turned('mirc', [9, 10, 12], 5) }),
    ],
  },
  'sure-21': {
    codes: [0, 4],
    scales: [
      factor('substance_use', 1, 6),
      factor('self_care', 7, 11),
      factor('relationships', 12, 15),
      factor('material_resources', 16, 18),
      factor('outlook_on_life', 19, 21),
      factor('total', 1, 21),
    ],
  },
  'rgps-14': { codes: [0, 1], scales: [sum('total', numbered('rgps', 1, 14))] },
  'css-5': { codes: [1, 6], scales: [sum('total', numbered('css', 1, 5))] },
  'lsns-6': {
    codes: [0, 5],
    scales: [
      sum('family', numbered('lsns', 1, 3), { bands: cut(0, 6) }),
      sum('friends', numbered('lsns', 4, 6), { bands: cut(0, 6) }),
      sum('total', numbered('lsns', 1, 6), { bands: cut(0, 12) }),
    ],
  },
  top: {
    scales: [
      ...DAYS.map((id, n) => days(id, n + 1)),
      alone('psychological_health', 'top_12'),
      alone('physical_health', 'top_13'),
      alone('quality_of_life', 'top_14'),
    ],
  },
  'phq-9': {
    codes: [0, 3],
    scales: [
      sum('total', numbered('phq', 1, 9), {
        bands: bands([0, '0 to 4'], [5, '5 to 9'], [10, '10 to 14'], [15, '15 to 19'], [20, '20 to 27']),
      }),
    ],
  },
  'gad-7': {
    codes: [0, 3],
    scales: [
      sum('total', numbered('gad', 1, 7), {
        bands: bands([0, '0 to 4'], [5, '5 to 9'], [10, '10 to 14'], [15, '15 to 21']),
      }),
    ],
  },
  rosenberg: {
    codes: [0, 3],
    scales: [
      sum('total', numbered('rses', 1, 10), {
        turned: turned('rses', [2, 5, 6, 8, 9], 3),
        bands: bands([0, 'below 15'], [15, '15 to 25'], [26, 'above 25']),
      }),
    ],
  },
  'audit-c': { codes: [0, 4], scales: [sum('total', numbered('audit', 1, 3), { bands: cut(0, 5) })] },
};

/** Items whose ids begin with a word, in the order of their field. */
const named = (prefix, ...ends) => ends.map((end) => `${prefix}_${end}`);

const field = (id, items, least) => sum(id, items, { least });

const MINE = [
  field('looking_after_myself', named('own', 'food', 'body', 'ask', 'sleep'), 3),
  field('daily_life', named('daily', 'routine', 'appointments', 'money', 'post'), 3),
  field('purpose', named('purpose', 'good_at', 'forward', 'work', 'learning'), 3),
  field('coping', named('coping', 'calm', 'stop', 'ask', 'again'), 3),
  field('hope', named('hope', 'values', 'culture', 'future', 'more'), 3),
];

const AROUND = [
  field('people_close', named('close', 'glad', 'listen', 'trust', 'mend'), 3),
  field('friends_and_peers', named('peers', 'laugh', 'same', 'choose', 'well'), 3),
  field('belonging', named('belong', 'name', 'out', 'sleep', 'respect'), 3),
  field('places', named('places', 'know', 'there', 'knows_me', 'welcome'), 3),
  field('giving_back', named('give', 'kind', 'share', 'part', 'relied'), 3),
];

const ids = (scales) => scales.map((scale) => scale.id);

/** A barrier stands as soon as one of its items carries the code. */
const barrier = (id, ...any) => ({ id, any });

const BARRIERS = [
  barrier('barrier_home', ['home_tonight', 0], ['home_lose', 1], ['home_temporary', 1], ['home_release', 0]),
  barrier('barrier_substance_use', ['drugs_in_the_way', 1], ['drink_in_the_way', 1]),
  barrier('barrier_injecting', ['inject', 1], ['inject_share', 1]),
  barrier('barrier_justice', ['justice_new', 1]),
  barrier('barrier_activity', ['active', 0]),
];

const SUPPORT = named(
  'support', 'housing', 'everyday', 'substances', 'habits', 'mind', 'health', 'family', 'safety', 'legal', 'work',
);

export const ours = {
  'strengths-profile': {
    scales: [
      ...MINE,
      ...AROUND,
      { id: 'strengths_of_mine', scales: ids(MINE) },
      { id: 'strengths_around_me', scales: ids(AROUND) },
      sum('groups', ['groups_any', ...named('group', 'support', 'active', 'interest', 'faith', 'helping')]),
      ...named('life', 'mind', 'body', 'home', 'people', 'whole').map((id) => alone(id)),
      ...BARRIERS,
      { id: 'barriers', scales: ids(BARRIERS) },
      { id: 'support_unmet', count: SUPPORT, code: 3 },
      { id: 'support_partly', count: SUPPORT, code: 2 },
      sum('commitment', named('commit', 'matters', 'ready', 'able', 'ask', 'on')),
    ],
  },
  'social-community-capital': {
    scales: [
      field('close_ties', named('close', 'asks', 'tell', 'hear'), 2),
      field('wider_ties', named('wide', 'show', 'other', 'hello'), 2),
      field('links', named('link', 'form', 'trust', 'answer'), 2),
      field('taking_part', named('part', 'join', 'view'), 2),
      field('giving_back', named('give', 'thanks', 'useful'), 2),
      field('trust_and_safety', named('safe', 'tell', 'things', 'out'), 2),
      field('belonging', named('belong', 'notice', 'part'), 2),
      field('access', named('place', 'things', 'enjoy'), 2),
    ],
  },
  'brief-check-in': {
    scales: [
      'looking_after_myself', 'daily_life', 'purpose', 'coping', 'hope', 'people_close', 'friends_and_peers',
      'belonging', 'places', 'giving_back',
    ].map((id) => alone(id)),
  },
  'distance-travelled': {
    scales: [
      'home', 'work', 'money', 'recovery', 'close', 'time', 'people_around', 'tenancy_coming_in', 'debts_coming_in',
      'family_release',
    ].map((id) => alone(id)),
  },
};

export const keys = { ...published, ...ours };
