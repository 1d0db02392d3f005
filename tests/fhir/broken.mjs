// Resources that are wrong in one place: what is wrong, who must refuse it, words of the refusal, how it is spoilt.

import { flat } from './rules.mjs';

const ORDINAL = 'http://hl7.org/fhir/StructureDefinition/ordinalValue';
const ABSENT = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';

const first = (bundle, kind) => bundle.entry.find(({ resource }) => resource.resourceType === kind).resource;
const asked = (bundle, wanted) => flat(first(bundle, 'Questionnaire').item).find(wanted);
const choice = (bundle) => asked(bundle, ({ answerOption }) => answerOption?.[0].extension);
const gated = (bundle) => asked(bundle, ({ enableWhen }) => enableWhen);
const answered = (bundle) => flat(first(bundle, 'QuestionnaireResponse').item).find((item) => item.answer?.[0].valueCoding);
const passedOver = (bundle) =>
  bundle.entry.flatMap(({ resource }) => (resource.resourceType === 'QuestionnaireResponse' ? flat(resource.item) : [])).find((item) => item.extension);
const scored = (bundle) => bundle.entry.find(({ resource }) => resource.valueQuantity).resource;
const unscored = (bundle) => bundle.entry.find(({ resource }) => resource.dataAbsentReason).resource;

const q = (spoil) => (bundle) => spoil(first(bundle, 'Questionnaire'));
const r = (spoil) => (bundle) => spoil(first(bundle, 'QuestionnaireResponse'));
const o = (spoil) => (bundle) => spoil(scored(bundle));
const on = (find, spoil) => (bundle) => spoil(find(bundle));
const set = (change) => (one) => Object.assign(one, change);

/** Name, who refuses, words, spoil. */
export const broken = [
  ['a status nobody knows', 'schema', 'must be equal to one of the allowed values', q(set({ status: 'live' }))],
  ['an observation without a status', 'library', 'Missing required property', o((one) => delete one.status)],
  ['an observation with a status of ours', 'schema', 'must be equal to one of the allowed values', o(set({ status: 'scored' }))],
  ['a response without a status', 'library', 'Missing required property', r((one) => delete one.status)],
  ['a field of ours', 'library', 'Invalid additional property "direction"', q(set({ direction: 'better' }))],
  ['a field of ours, to the schema', 'schema', 'must NOT have additional properties', q(set({ direction: 'better' }))],
  ['a resource of ours', 'schema', 'no such resource', o(set({ resourceType: 'Score' }))],
  ['an id with an underscore', 'schema', 'must match pattern', o(set({ id: 'p_1' }))],
  ['an item without a linkId', 'library', 'Missing required property', on(choice, (item) => delete item.linkId)],
  ['an item of an unknown type', 'schema', 'must be equal to one of the allowed values', on(choice, set({ type: 'scale' }))],
  ['a text that is a number', 'library', 'expected string, but got number', on(choice, set({ text: 4 }))],
  ['a list of nothing', 'rules', 'is empty', q(set({ subjectType: [] }))],
  ['a null', 'library', 'null', q(set({ subjectType: null }))],
  ['a number that is a text', 'library', 'expected number, but got string', o((one) => (one.valueQuantity.value = '7'))],
  ['words that are coded', 'library', 'que-3', q((one) => one.item.push({ linkId: 'd', type: 'display', text: 'Hello.', code: [{ code: 'a' }] }))],
  ['a group of nothing', 'library', 'que-1', q((one) => one.item.push({ linkId: 'g', type: 'group', text: 'Nothing' }))],
  ['two conditions without a word between', 'rules', 'hangs on several', on(gated, (item) => {
    item.enableWhen = [...item.enableWhen, ...item.enableWhen];
    delete item.enableBehavior;
  })],
  ['a condition of an unknown kind', 'schema', 'must be equal to one of the allowed values', on(gated, (item) => (item.enableWhen[0].operator = 'is'))],
  ['a file inside that is no base64', 'library', 'Invalid base64Binary', q((one) => (one.contained[0].content[0].data = 'not base64!'))],
  ['a value and a reason for none', 'library', 'obs-6', o(set({ dataAbsentReason: { text: 'lost' } }))],
  ['items below an answer and below its item', 'library', 'qrs-1', on(answered, (item) => {
    item.item = [{ linkId: 'x' }];
    item.answer[0].item = [{ linkId: 'y' }];
  })],
  ['a date of no calendar', 'schema', 'must match pattern', r(set({ authored: '15 January 2026' }))],
  ['two entries with one address', 'library', 'bdl-7', (bundle) => (bundle.entry[2].fullUrl = bundle.entry[1].fullUrl)],
  ['two entries with one address, to the rules', 'rules', 'stands twice', (bundle) => (bundle.entry[2].fullUrl = bundle.entry[1].fullUrl)],
  ['an address that is not its own', 'rules', 'is not its address', (bundle) => (bundle.entry[1].resource.id = 'another')],
  ['a weight that is a whole number', 'rules', 'takes valueDecimal, not valueInteger', on(choice, (item) => {
    item.answerOption[0].extension[0] = { url: ORDINAL, valueInteger: 1 };
  })],
  ['a weight where none may stand', 'rules', 'may stand on', on(choice, set({ extension: [{ url: ORDINAL, valueDecimal: 1 }] }))],
  ['two weights', 'rules', 'stands twice', on(choice, ({ answerOption: [one] }) => one.extension.push(one.extension[0]))],
  ['an extension nobody defined', 'rules', 'is not in the standard', q((one) => one.extension.push({ url: `${ORDINAL}s`, valueDecimal: 1 }))],
  ['an extension of ours nobody defined', 'rules', 'is none of ours', r((one) => (one.extension[0].url += 's'))],
  ['an extension without a value', 'rules', 'has not one value', r((one) => delete one.extension[0].valueCode)],
  ['two questions of one linkId', 'rules', 'stands twice', on(choice, set({ linkId: 'setting' }))],
  ['one option twice', 'rules', 'twice', on(choice, ({ answerOption }) => answerOption.push(answerOption[0]))],
  ['a choice of nothing', 'rules', 'is a choice of nothing', on(choice, (item) => delete item.answerOption)],
  ['a condition on what comes later', 'rules', 'stands not before it', on(gated, (item) => (item.enableWhen[0].question = 'nowhere'))],
  ['a condition that nothing offered meets', 'rules', 'does not offer', on(gated, (item) => (item.enableWhen[0].answerCoding.code = '77'))],
  ['an answer that was not offered', 'rules', 'was not offered', on(answered, (item) => (item.answer[0].valueCoding.code = '77'))],
  ['an answer of another type', 'rules', 'is of another type', on(answered, set({ answer: [{ valueInteger: 0 }] }))],
  ['two answers to one question', 'rules', 'has more than one answer', on(answered, ({ answer }) => answer.push(answer[0]))],
  ['no answer and no reason', 'rules', 'has no answer and no reason', on(passedOver, (item) => delete item.extension)],
  ['a reason that is none', 'rules', 'refused is no reason', on(passedOver, (item) => (item.extension[0] = { url: ABSENT, valueCode: 'refused' }))],
  ['a question left out', 'rules', 'left out without a word', r(({ item }) => item.find((group) => group.item?.length > 1).item.shift())],
  ['answers in another order', 'rules', 'is not in the order', r(({ item }) => item.reverse())],
  ['an answer to a question that is not there', 'rules', 'not there at all', r(({ item }) => item.push({ linkId: 'nowhere' }))],
  ['an answer to words', 'rules', 'is a group with an answer', r(({ item }) => (item.find((group) => group.item).answer = [{ valueInteger: 1 }]))],
  ['answers to another version', 'rules', 'answers https', r((one) => (one.questionnaire += '.1'))],
  ['a score derived from nowhere', 'rules', 'which is not here', o((one) => (one.derivedFrom[0].reference += 'x'))],
  ['a score derived from nothing', 'rules', 'is not derived from one response', o((one) => delete one.derivedFrom)],
  ['no score and no reason', 'rules', 'has no value and no reason', on(unscored, (one) => delete one.dataAbsentReason)],
  ['a score that is not final', 'rules', 'is preliminary', o(set({ status: 'preliminary' }))],
  ['a score in millimetres', 'rules', 'mm is no unit', o((one) => (one.valueQuantity.code = 'mm'))],
  ['a category nobody knows', 'rules', 'is no code of', o((one) => (one.category[0].coding[0].code = 'questionnaire'))],
  ['a reason of no list', 'rules', 'is no code of', on(unscored, (one) => (one.dataAbsentReason.coding[0].code = 'skipped'))],
  ['a code without a version', 'rules', 'of which version', o((one) => delete one.code.coding[0].version)],
  ['a score by no scoring', 'rules', 'by which scoring', o((one) => delete one.method)],
  ['a score from no answers', 'rules', 'does not name its inputs', o((one) => (one.extension = one.extension.filter(({ url }) => !url.endsWith('/inputs'))))],
  ['a name', 'rules', 'more than a pseudonym', r((one) => (one.subject.display = 'Sam'))],
  ['words somebody said', 'rules', 'words somebody said', on(answered, set({ answer: [{ valueString: 'I saw Sam.' }] }))],
  ['a person', 'rules', 'has no business here', (bundle) => bundle.entry.push({ fullUrl: 'https://x/Patient/1', resource: { resourceType: 'Patient', id: '1' } })],
];
