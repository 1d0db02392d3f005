// Rules of FHIR R4 that neither the library nor the schema looks at: where an extension may stand and what it may
// hold, codes of the standard's own code systems, references, and whether a response fits its Questionnaire
// (hl7.org/fhir/R4/questionnaire.html and questionnaireresponse.html, read by hand).

import { standard } from './library.mjs';

const OURS = 'https://trellis.invalid/fhir/StructureDefinition/';
const OUR_EXTENSIONS = { missing: 'valueCode', wave: 'valueCode', setting: 'valueCode', 'days-since-baseline': 'valueInteger', rules: 'valueString', inputs: 'valueString' };
const ABSENT = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
const UCUM = 'http://unitsofmeasure.org';

const all = (name) => standard(name).entry.map(({ resource }) => resource);
const extensions = new Map(all('extension-definitions').map((one) => [one.url, one]));
const systems = new Map(
  all('valuesets').filter((one) => one.resourceType === 'CodeSystem').map((one) => [one.url, new Set(flatten(one.concept))]),
);

function flatten(concepts) {
  return (concepts ?? []).flatMap((concept) => [concept.code, ...flatten(concept.concept)]);
}

/** Every object below a resource with its place and its path as the standard writes it: `Questionnaire.item.item`. */
function* elements(value, place, path) {
  if (Array.isArray(value)) {
    for (const [n, one] of value.entries()) yield* elements(one, `${place}[${n}]`, path);
  } else if (value && typeof value === 'object') {
    yield { value, place, path };
    for (const [name, one] of Object.entries(value)) {
      if (['contained', 'resource'].includes(name)) continue;
      yield* elements(one, `${place}.${name}`, `${path}.${name}`);
    }
  }
}

const value = (one) => Object.keys(one).filter((name) => name.startsWith('value'));

function extensionFaults({ value: holder, path }) {
  return (holder.extension ?? []).flatMap((one) => {
    const say = (what) => [`extension ${one.url}: ${what}`];
    const [name, ...more] = value(one);
    if (more.length > 0 || !name) return say('has not one value');
    if (one.url.startsWith(OURS)) {
      return OUR_EXTENSIONS[one.url.slice(OURS.length)] === name ? [] : say(`is none of ours, or not with ${name}`);
    }
    const known = extensions.get(one.url);
    if (!known) return say('is not in the standard');
    const element = known.snapshot.element.find(({ path: at }) => at === 'Extension.value[x]');
    const types = element.type.map(({ code }) => `value${code[0].toUpperCase()}${code.slice(1)}`);
    const most = known.snapshot.element[0].max;
    const faults = types.includes(name) ? [] : say(`takes ${types.join(' or ')}, not ${name}`);
    const places = known.context.map(({ expression }) => expression);
    // A group below a group is an item of an item, which the definitions call by the first name alone.
    const shown = path.replace(/(\.item)+/g, '.item');
    const fits = places.includes('Element') || places.includes(shown) || places.some((at) => shown.endsWith(`.value${at}`));
    if (!fits) faults.push(...say(`may stand on ${places.join(', ')}, not on ${shown}`));
    if (most === '1' && holder.extension.filter(({ url }) => url === one.url).length > 1) faults.push(...say('stands twice'));
    if (one.url === ABSENT && !systems.get('http://terminology.hl7.org/CodeSystem/data-absent-reason').has(one.valueCode)) {
      faults.push(...say(`${one.valueCode} is no reason`));
    }
    return faults;
  });
}

function codeFaults({ value: coding }) {
  if (typeof coding.system !== 'string' || typeof coding.code !== 'string') return [];
  if (coding.system === UCUM) return coding.code === '{score}' ? [] : [`${coding.code} is no unit that is used here`];
  if (!coding.system.startsWith('http://terminology.hl7.org/') && !coding.system.startsWith('http://hl7.org/')) return [];
  return systems.get(coding.system)?.has(coding.code) ? [] : [`${coding.code} is no code of ${coding.system}`];
}

/** What stands in a list twice. */
const twice = (list) => list.filter((one, n) => list.indexOf(one) !== n);

/** A Questionnaire's items in order, those inside others too. */
export function flat(items) {
  return (items ?? []).flatMap((item) => [item, ...flat(item.item)]);
}

const ANSWERS = { choice: 'Coding', integer: 'Integer', decimal: 'Decimal', string: 'String', text: 'String', boolean: 'Boolean' };

function questionnaireFaults(questionnaire) {
  const items = flat(questionnaire.item);
  const links = items.map(({ linkId }) => linkId);
  const before = (n, link) => items.slice(0, n).find(({ linkId }) => linkId === link);
  return [
    ...twice(links).map((link) => `linkId ${link} stands twice`),
    ...items.flatMap((item, n) => {
      const say = (what) => `${item.linkId}: ${what}`;
      const options = (item.answerOption ?? []).map(({ valueCoding: one }) => `${one?.system}|${one?.code}`);
      const faults = twice(options).map((option) => say(`offers ${option} twice`));
      if (item.type === 'choice' && options.length === 0) faults.push(say('is a choice of nothing'));
      if (!['group', 'display'].includes(item.type) && !item.text) faults.push(say('asks nothing'));
      // The standard's own expression for this (que-12) counts to three.
      if (item.enableWhen?.length > 1 && !item.enableBehavior) faults.push(say('hangs on several conditions, on all or on any'));
      for (const when of item.enableWhen ?? []) {
        const asked = before(n, when.question);
        if (!asked) faults.push(say(`hangs on ${when.question}, which stands not before it`));
        else if (!(`answer${ANSWERS[asked.type]}` in when)) faults.push(say(`hangs on another type than ${when.question} has`));
        else if (when.answerCoding && !offers(asked, when.answerCoding)) faults.push(say(`waits for what ${when.question} does not offer`));
      }
      return faults;
    }),
  ];
}

const same = (a, b) => a?.system === b?.system && a?.code === b?.code;
const offers = (item, coding) => (item.answerOption ?? []).some(({ valueCoding }) => same(valueCoding, coding));

/** Whether an item is asked, given the answers so far by linkId. */
function enabled(item, given) {
  const conditions = item.enableWhen ?? [];
  if (conditions.length === 0) return true;
  const holds = (when) =>
    (given.get(when.question) ?? []).some((answer) =>
      when.answerCoding ? same(answer.valueCoding, when.answerCoding) : answer.valueInteger === when.answerInteger,
    );
  return item.enableBehavior === 'any' ? conditions.some(holds) : conditions.every(holds);
}

function answerFaults(item, answer) {
  const bound = (name) => item.extension?.find(({ url }) => url.endsWith(`/${name}`));
  const number = answer.valueInteger ?? answer.valueDecimal;
  const [low, high] = [bound('minValue'), bound('maxValue')].map((one) => one?.valueInteger ?? one?.valueDecimal);
  if (!(`value${ANSWERS[item.type]}` in answer)) return ['is of another type than was asked'];
  if (item.type === 'choice' && !offers(item, answer.valueCoding)) return [`${answer.valueCoding.code} was not offered`];
  return number < low || number > high ? [`${number} is out of bounds`] : [];
}

/** What is wrong with a response, given the Questionnaire it answers. */
function responseFaults(response, questionnaire) {
  const given = new Map(flat(response.item).map(({ linkId, answer }) => [linkId, answer]));
  const faults = twice(flat(response.item).map(({ linkId }) => linkId)).map((link) => `${link} is answered twice`);
  const wanted = `${questionnaire.url}|${questionnaire.version}`;
  if (response.questionnaire !== wanted) faults.push(`answers ${response.questionnaire}, not ${wanted}`);
  const walk = (answered, asked) => {
    const places = answered.map(({ linkId }) => asked.findIndex((item) => item.linkId === linkId));
    if (places.some((place, n) => n > 0 && place <= places[n - 1])) faults.push('is not in the order of the Questionnaire');
    answered.forEach((one, n) => {
      const item = asked[places[n]];
      const say = (what) => faults.push(`${one.linkId} ${what}`);
      if (!item) return say('stands in another place than in the Questionnaire, or not there at all');
      if (!enabled(item, given)) say('is answered and was not asked');
      if (item.type === 'display') say('is nothing that is answered');
      if (item.type === 'group' && one.answer) say('is a group with an answer');
      if ((one.answer?.length ?? 0) > 1 && !item.repeats) say('has more than one answer');
      if (item.type !== 'group' && !one.answer && !one.extension?.some(({ url }) => url === ABSENT)) {
        say('has no answer and no reason');
      }
      for (const answer of one.answer ?? []) answerFaults(item, answer).forEach(say);
      walk(one.item ?? [], item.item ?? []);
    });
    const there = (item) => answered.some(({ linkId }) => linkId === item.linkId);
    const left = asked.filter((item) => !['display', 'text', 'group'].includes(item.type) && enabled(item, given) && !there(item));
    left.forEach(({ linkId }) => faults.push(`${linkId} was asked and is left out without a word`));
  };
  walk(response.item ?? [], questionnaire.item);
  return faults;
}

function observationFaults(observation, ids) {
  const faults = [];
  const from = observation.derivedFrom ?? [];
  if (from.length !== 1) faults.push('is not derived from one response');
  for (const { reference } of from) if (!ids.has(reference)) faults.push(`is derived from ${reference}, which is not here`);
  if (!observation.valueQuantity && !observation.dataAbsentReason) faults.push('has no value and no reason');
  if (observation.status !== 'final') faults.push(`is ${observation.status}`);
  const scoring = observation.method?.coding?.find(({ system }) => system === 'https://trellis.invalid/fhir/CodeSystem/scoring');
  if (!/^\d+$/.test(scoring?.code)) faults.push('does not say by which scoring it was worked out');
  for (const name of ['rules', 'inputs']) {
    const hash = observation.extension?.find(({ url }) => url === OURS + name);
    if (!/^[0-9a-f]{64}$/.test(hash?.valueString)) faults.push(`does not name its ${name}`);
  }
  if (!observation.code?.coding?.[0]?.version) faults.push('does not say of which version its code is');
  return faults;
}

/** JSON of FHIR knows no empty list, object or text. */
function emptyFaults({ value: element }) {
  const empty = ([, one]) => one === '' || (one && typeof one === 'object' && Object.keys(one).length === 0);
  return Object.entries(element).filter(empty).map(([name]) => `${name} is empty`);
}

/** Nothing but a pseudonym says who it is. */
function personFaults({ value: element, path }) {
  const faults = [];
  if (path.endsWith('.subject') && (element.reference || element.display || !element.identifier?.value)) {
    faults.push('names somebody by more than a pseudonym');
  }
  if (path.endsWith('.answer') && 'valueString' in element) faults.push('holds words somebody said');
  return faults;
}

function inside(resource, place) {
  const found = [...elements(resource, place, resource.resourceType)];
  return found.flatMap((element) =>
    [extensionFaults, codeFaults, emptyFaults, personFaults].flatMap((rule) => rule(element)).map((what) => `rules: ${element.place}: ${what}`),
  );
}

/** What the rules say is wrong with a Questionnaire, or with a Bundle of one and its responses and scores. */
export function ruleFaults(whole) {
  const entries = whole.resourceType === 'Bundle' ? whole.entry : [{ resource: whole }];
  const every = entries.map(({ resource }) => resource);
  const ids = new Set(every.map(({ resourceType, id }) => `${resourceType}/${id}`));
  const questionnaire = every.find(({ resourceType }) => resourceType === 'Questionnaire');
  const faults = twice(entries.map(({ fullUrl }) => fullUrl)).map((url) => `rules: ${url} stands twice`);
  entries.forEach(({ fullUrl, resource }, n) => {
    const place = whole.entry ? `Bundle.entry[${n}]` : resource.resourceType;
    const say = (list) => faults.push(...list.map((what) => `rules: ${place}: ${what}`));
    if (whole.entry && !fullUrl?.endsWith(`/${resource.resourceType}/${resource.id}`)) say([`${fullUrl} is not its address`]);
    faults.push(...inside(resource, place));
    for (const one of resource.contained ?? []) faults.push(...inside(one, `${place}#${one.id}`));
    if (resource.resourceType === 'Questionnaire') say(questionnaireFaults(resource));
    else if (resource.resourceType === 'QuestionnaireResponse') say(responseFaults(resource, questionnaire));
    else if (resource.resourceType === 'Observation') say(observationFaults(resource, ids));
    else say([`a ${resource.resourceType} has no business here`]);
  });
  return faults;
}
