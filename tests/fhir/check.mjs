// Every instrument as a Questionnaire, and random answers to it as a Bundle, asked about by all three: an independent
// library, the standard's schema and the rules of rules.mjs. The scores in the Bundle must be those of the second
// implementation (tests/reference). Then resources that are wrong in one place, each of which must be refused.
//
//     TRELLIS_COMMAND=target/debug/trellis node tests/fhir/check.mjs [SEED]

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCsv, writeCsv } from '../reference/csv.mjs';
import { make } from '../reference/make.mjs';
import { score, scoreRows } from '../reference/score.mjs';
import { broken } from './broken.mjs';
import { libraryFaults, resources } from './library.mjs';
import { ruleFaults } from './rules.mjs';

const ROWS = 40;
const SHOWN = 8;

const command = process.env.TRELLIS_COMMAND;
const seed = Number(process.argv[2] ?? 1);
const folder = mkdtempSync(join(tmpdir(), 'fhir-'));

function trellis(...words) {
  const run = spawnSync(command, words, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (run.error) throw run.error;
  if (run.status !== 0) throw new Error(`${words.join(' ')}: exit code ${run.status}\n${run.stderr}`);
  return run.stdout;
}

const faultsOf = (resource) => [...libraryFaults(resource), ...ruleFaults(resource)];

/** Random answers without the impossible ones, which an export refuses as a whole. */
function answers(id) {
  const text = make(id, seed, ROWS);
  const { refused } = score(id, text);
  return writeCsv(readCsv(text).filter((_, n) => !refused.includes(n + 1)));
}

/** Where the Observations of a Bundle say another score than the second implementation. */
function otherScores(id, text, bundle) {
  const rows = scoreRows(score(id, text)).slice(1);
  const observations = bundle.entry.map(({ resource }) => resource).filter((one) => one.resourceType === 'Observation');
  const responses = new Map(bundle.entry.map(({ resource }) => [`${resource.resourceType}/${resource.id}`, resource]));
  const found = observations.map((one) => {
    const wave = one.extension.find(({ url }) => url.endsWith('/wave')).valueCode;
    const pseudonym = responses.get(one.derivedFrom[0].reference).subject.identifier.value;
    const value = one.valueQuantity?.value ?? null;
    return [pseudonym, wave, one.code.coding[0].code, value, one.interpretation?.[0].text ?? ''].join(' / ');
  });
  const wanted = rows.map(([person, wave, , scale, status, , value, band]) =>
    [person, wave, scale, status === 'scored' ? Number(value) : null, band].join(' / '),
  );
  const different = wanted.flatMap((row, n) => (row === found[n] ? [] : [`reference ${row}; exported ${found[n]}`]));
  return wanted.length === found.length ? different : [`${found.length} scores for ${wanted.length}`, ...different];
}

function instrument(id) {
  const questionnaire = JSON.parse(trellis('fhir', 'export', id));
  const text = answers(id);
  const file = join(folder, `${id}.csv`);
  writeFileSync(file, text);
  const bundle = JSON.parse(trellis('fhir', 'export', id, '--in', file));
  const count = (kind) => resources(bundle).filter(([one]) => one.resourceType === kind).length;
  const absent = JSON.stringify(bundle).split('StructureDefinition/data-absent-reason').length - 1;
  const faults = [...faultsOf(questionnaire), ...faultsOf(bundle), ...otherScores(id, text, bundle)];
  if (absent === 0) faults.push('no random answer is missing');
  print(id, count('QuestionnaireResponse'), count('Observation'), absent, faults.length);
  return { id, text, faults, bundle };
}

/** The Questionnaire and the first so many sessions of a Bundle. */
function sessions(bundle, count) {
  const starts = bundle.entry.flatMap(({ resource }, n) => (resource.resourceType === 'QuestionnaireResponse' ? [n] : []));
  return { ...bundle, entry: bundle.entry.slice(0, starts[count]) };
}

/** A score that is one more than it should be must be noticed. */
function otherScore({ id, text, bundle }) {
  const copy = structuredClone(bundle);
  copy.entry.find(({ resource }) => resource.valueQuantity).resource.valueQuantity.value += 1;
  return otherScores(id, text, copy).length === 1 ? [] : [`${id}: a score that is one more is not noticed`];
}

/** A resource that is wrong in one place must be refused, and the right one beside it must not. */
function refused([name, by, what, spoil], bundle) {
  const copy = structuredClone(bundle);
  spoil(copy);
  const faults = faultsOf(copy);
  if (faults.some((fault) => fault.startsWith(`${by}: `) && fault.includes(what))) return [];
  return [`${name}: is not refused by ${by} with "${what}"; ${faults.length === 0 ? 'by nobody' : faults.slice(0, 3).join('; ')}`];
}

const print = (id, ...cells) => console.log(id.padEnd(26) + cells.map((cell) => String(cell).padStart(13)).join(''));

function main() {
  if (!command) throw new Error('TRELLIS_COMMAND should be the path of the command.');
  console.log(`seed ${seed}`);
  print('instrument', 'responses', 'observations', 'missing', 'faults');
  const ids = readCsv(trellis('instruments')).slice(1).map(([id]) => id);
  const made = new Map(ids.map((id) => [id, instrument(id)]));
  const tests = [...made.values()].map(({ faults }) => faults);
  const few = sessions(made.get('strengths-profile').bundle, 2);
  tests.push(faultsOf(few), ...broken.map((row) => refused(row, few)), otherScore(made.get('phq-9')));
  for (const faults of tests) faults.slice(0, SHOWN).forEach((fault) => console.log(fault));
  const failed = tests.filter((faults) => faults.length > 0).length;
  console.log(`${broken.length} resources that are wrong in one place`);
  console.log(`${tests.length - failed} passed, ${failed} failed, 0 skipped`);
  return failed === 0 ? 0 : 1;
}

try {
  process.exitCode = main();
} finally {
  rmSync(folder, { recursive: true });
}
