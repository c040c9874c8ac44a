/** The elements' part of the API reference, from the custom elements manifest. */
import { cell, code, table } from './markdown.mjs';

const byName = (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
const sorted = (list = []) => [...list].sort(byName);

/** Callbacks of the platform and of Lit: public to the browser, not to hosts. */
const LIFECYCLE = new Set([
  'adoptedCallback',
  'attributeChangedCallback',
  'connectedCallback',
  'connectedMoveCallback',
  'disconnectedCallback',
]);

/** What is inherited counts: the manifest holds nothing of Lit's or the browser's. */
function isHostMember({ name, static: isStatic }) {
  return !isStatic && !LIFECYCLE.has(name);
}

function attributes(element) {
  const fields = new Map((element.members ?? []).map((member) => [member.name, member]));
  const rows = sorted(element.attributes).map((attribute) => {
    const field = fields.get(attribute.fieldName) ?? {};
    return [
      code(attribute.name),
      code(attribute.fieldName),
      code((field.type ?? attribute.type)?.text),
      code(field.default ?? attribute.default),
      cell(attribute.description ?? field.description),
    ];
  });
  return table('### Attributes', ['attribute', 'property', 'type', 'default', 'meaning'], rows);
}

function properties(element) {
  const mirrored = new Set((element.attributes ?? []).map(({ fieldName }) => fieldName));
  const rows = sorted(element.members)
    .filter(
      (member) => member.kind === 'field' && isHostMember(member) && !mirrored.has(member.name),
    )
    .map((member) => [
      code(member.name),
      code(member.type?.text),
      code(member.default),
      cell(`${member.readonly ? '(read-only) ' : ''}${member.description ?? ''}`),
    ]);
  return table(
    '### Properties without an attribute',
    ['property', 'type', 'default', 'meaning'],
    rows,
  );
}

function methods(element) {
  const rows = sorted(element.members)
    .filter((member) => member.kind === 'method' && isHostMember(member))
    .map((method) => {
      const parameters = (method.parameters ?? [])
        .map(
          ({ name, optional, default: preset, type }) =>
            `${name}${(optional ?? preset) ? '?' : ''}: ${type?.text ?? 'unknown'}`,
        )
        .join(', ');
      return [
        code(`${method.name}(${parameters}): ${method.return?.type?.text ?? 'void'}`),
        cell(method.description),
      ];
    });
  return table('### Methods', ['method', 'meaning'], rows);
}

function described(element, key, heading, columnName) {
  const rows = sorted(element[key]).map((item) => [code(item.name), cell(item.description)]);
  return table(heading, [columnName, 'meaning'], rows);
}

function events(element) {
  const rows = sorted(element.events).map((event) => [
    code(event.name),
    code(event.type?.text),
    cell(event.description),
  ]);
  return table('### Events', ['event', 'type', 'when'], rows);
}

function variables(element) {
  const rows = sorted(element.cssProperties).map((property) => [
    code(property.name),
    code(property.default),
    cell(property.description),
  ]);
  return table('### Style variables', ['variable', 'default', 'meaning'], rows);
}

/** @param manifest custom elements manifest @returns {string[]} Markdown blocks */
export function elementSections(manifest) {
  const elements = manifest.modules
    .flatMap(({ declarations }) => declarations)
    .filter(({ tagName }) => tagName)
    .sort((a, b) => (a.tagName < b.tagName ? -1 : 1));
  return elements.flatMap((element) => [
    `## \`<${element.tagName}>\``,
    ...[element.summary, element.description].filter(Boolean),
    ...attributes(element),
    ...properties(element),
    ...methods(element),
    ...events(element),
    ...described(element, 'slots', '### Slots', 'slot'),
    ...described(element, 'cssParts', '### Parts', 'part'),
    ...described(element, 'cssStates', '### States', 'state'),
    ...variables(element),
  ]);
}
