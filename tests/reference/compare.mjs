// Both implementations over the worked examples and over 1,000 random response sets of every instrument: scores
// and changes must be the same to the last byte. Ends with 1 and says where they differ, or what the random sets left
// untried.
//
//     TRELLIS_COMMAND=target/debug/trellis node tests/reference/compare.mjs [SEED]

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asked } from './asked.mjs';
import { change, changeRows, rule, smallestDetectable } from './change.mjs';
import { readCsv, writeCsv } from './csv.mjs';
import { keys } from './keys.mjs';
import { make } from './make.mjs';
import { score, scoreRows } from './score.mjs';
import { changes, vectors } from './vectors.mjs';

const ROWS = 1000;
const SHOWN = 10;

const command = process.env.TRELLIS_COMMAND;
const seed = Number(process.argv[2] ?? 1);
const folder = mkdtempSync(join(tmpdir(), 'reference-'));

/** What the command makes of a file of answers: its text, and the lines it refuses. */
function byCommand(verb, id, text) {
  const file = join(folder, `${id}.csv`);
  writeFileSync(file, text);
  const words = [verb, id, '--in', file, '--keep-going'];
  const run = spawnSync(command, words, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (run.error) throw run.error;
  const refused = [...run.stderr.matchAll(/\.csv: (\d+):\d+: /g)].map(([, line]) => Number(line));
  if (run.status !== (refused.length > 0 ? 1 : 0)) {
    throw new Error(`${words.join(' ')}: exit code ${run.status}\n${run.stderr}`);
  }
  return { text: run.stdout, refused };
}

/** Every difference between the two over a file, as sentences. */
function differences(verb, id, text, rows, refused) {
  const found = byCommand(verb, id, text);
  const lines = `${verb} ${id}: lines refused: reference ${refused}; command ${found.refused}`;
  const all = found.refused.join() === refused.join() ? [] : [lines];
  if (found.text === writeCsv(rows)) return all;
  const cells = differentCells(rows, readCsv(found.text)).map((what) => `${verb} ${id} ${what}`);
  return [...all, ...(cells.length > 0 ? cells : [`${verb} ${id}: the same cells, written otherwise`])];
}

function differentCells(expected, found) {
  const all = [];
  for (let n = 0; n < Math.max(expected.length, found.length); n += 1) {
    const [ours, theirs] = [expected[n] ?? [], found[n] ?? []];
    const row = (ours.length > 0 ? ours : theirs).slice(0, 4).join(' ');
    for (let at = 0; at < Math.max(ours.length, theirs.length); at += 1) {
      if (ours[at] === theirs[at]) continue;
      const name = expected[0][at] ?? 'one cell more';
      all.push(`row ${n + 1} (${row}) ${name}: reference \`${ours[at]}\`; command \`${theirs[at]}\``);
    }
  }
  return all;
}

/** The worked examples of an instrument that the reference gets wrong, and where the command differs from it. */
function vectorFaults(id) {
  const own = vectors.filter(([, instrument]) => instrument === id);
  if (own.length === 0) return [];
  const items = asked(id).map((item) => item.id);
  const wave = (n) => `unscheduled_${n + 1}`;
  const rows = own.map(([number, , codes], n) => [String(number), wave(n), '2025-01-15', ...codes.map(String)]);
  const text = writeCsv([['person', 'wave', 'date', ...items], ...rows]);
  const scored = score(id, text);
  const expected = scoreRows(scored);
  const wrong = own.flatMap(([number, , , expect], n) => {
    const scores = expected.filter((row) => row[1] === wave(n));
    const faults = unlike(expect, scores, scored.refused.includes(n + 2));
    return faults.map((what) => `${id} worked example ${number}: ${what}`);
  });
  return [...wrong, ...differences('score', id, text, expected, scored.refused)];
}

function unlike(expect, scores, refused) {
  if (refused !== (expect === 'refused')) return [refused ? 'should be scored, is refused' : 'should be refused'];
  if (refused) return [];
  const scales = scores.map((score) => score[3]).join();
  if (scales !== Object.keys(expect).join()) return [`has the scales ${scales}`];
  return scores.flatMap(([, , , scale, status, , value, band]) => {
    // A worked example that gives no band says nothing about it.
    const [number, name] = Array.isArray(expect[scale]) ? expect[scale] : [expect[scale], band];
    const found = status === 'scored' ? Number(value) : null;
    return found === number && name === band ? [] : [`${scale} should be ${expect[scale]}, is ${found} ${band}`];
  });
}

/** The worked examples about change that the reference gets wrong. */
function changeFaults(id) {
  const codes = Object.fromEntries(asked(id).map((item) => [item.id, item.codes]));
  const own = changes.filter(([, instrument]) => instrument === id);
  return own.flatMap(([number, , scale, from, to, wanted, measured]) => {
    const known = rule(id, scale, codes);
    // Whole scores cannot differ by a part of a point.
    const least = measured && 100 * Math.ceil(smallestDetectable(measured.deviation, measured.reliability));
    const found = change(Math.round(from * 100), Math.round(to * 100), { ...known, least: least ?? known.least });
    const verdict = found.verdict + (found.ceiling ? ' at the ceiling' : '');
    return verdict === wanted ? [] : [`${id} worked example ${number}: should be ${wanted}, is ${verdict}`];
  });
}

/** What the random sets left untried: a status, a band, the fewest answers, one fewer. */
function untried(id, rows) {
  return keys[id].scales.flatMap((scale) => {
    const own = rows.filter((row) => row[3] === scale.id);
    const tried = (what, wanted) => (own.some(wanted) ? [] : [`${id} ${scale.id}: no random set ${what}`]);
    const least = scale.least === undefined ? [] : [scale.least, scale.least - 1];
    return [
      ...tried('is scored', (row) => row[4] === 'scored'),
      ...tried('is not scorable', (row) => row[4] === 'not_scorable'),
      ...(scale.bands ?? []).flatMap(([, name]) => tried(`falls in ${name}`, (row) => row[7] === name)),
      ...least.flatMap((count) => tried(`has ${count} answers`, (row) => row[8] === String(count))),
    ];
  });
}

/** The codes of a definition against those of the published form. */
function wrongCodes(id) {
  const [low, high] = keys[id].codes ?? [];
  if (low === undefined) return [];
  const wanted = Array.from({ length: high - low + 1 }, (_, n) => low + n).join();
  const other = asked(id).filter((item) => [...item.codes].sort((a, b) => a - b).join() !== wanted);
  return other.map((item) => `${id}: the codes of \`${item.id}\` should be ${wanted}, are ${item.codes}`);
}

function checked(id) {
  const text = make(id, seed, ROWS);
  const all = score(id, text);
  const { times, refused } = all;
  const scores = scoreRows(all);
  const changed = changeRows(id, all);
  const faults = [
    ...wrongCodes(id),
    ...vectorFaults(id),
    ...changeFaults(id),
    ...untried(id, scores),
    ...differences('score', id, text, scores, refused),
    ...differences('change', id, text, changed, refused),
  ];
  if (refused.length === 0) faults.push(`${id}: no random set is refused`);
  const scored = scores.filter((row) => row[4] === 'scored').length;
  const missing = scores.length - 1 - scored;
  print(id, times.length, refused.length, scored, missing, changed.length - 1, faults.length);
  return faults;
}

const print = (id, ...cells) => console.log(id.padEnd(26) + cells.map((cell) => String(cell).padStart(13)).join(''));

function instruments() {
  const run = spawnSync(command, ['instruments'], { encoding: 'utf8' });
  if (run.error) throw run.error;
  return readCsv(run.stdout).slice(1).map(([id]) => id);
}

/** Instruments that only one of the two knows. */
function strangers(built) {
  const unknown = built.filter((id) => !keys[id]);
  const gone = Object.keys(keys).filter((id) => !built.includes(id));
  return [
    ...unknown.map((id) => `${id}: its key is to be written in keys.mjs, from the source and not the definition`),
    ...gone.map((id) => `${id}: in tests/reference/keys.mjs and no longer built in`),
  ];
}

const first = (faults) =>
  faults.length <= SHOWN ? faults : [...faults.slice(0, SHOWN), `... and ${faults.length - SHOWN} more`];

function main() {
  if (!command) throw new Error('TRELLIS_COMMAND should be the path of the command.');
  console.log(`seed ${seed}`);
  print('instrument', 'rows', 'refused', 'scored', 'not scorable', 'changes', 'faults');
  const built = instruments();
  const faults = [...strangers(built), ...built.filter((id) => keys[id]).flatMap((id) => first(checked(id)))];
  faults.forEach((fault) => console.log(fault));
  const verdict = faults.length === 0 ? 'both agree' : 'NOT ALL IS WELL';
  console.log(`${vectors.length + changes.length} rows of worked examples; ${verdict}`);
  return faults.length === 0 ? 0 : 1;
}

try {
  process.exitCode = main();
} finally {
  rmSync(folder, { recursive: true });
}
