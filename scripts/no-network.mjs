/** The rules by which no source names a way out of the device, but for the files named here. */

const message = 'Nothing leaves the device: who must ask for a file is named in no-network.mjs.';

/** The files that do, each with the ways that it may name. */
const exceptions = {
  'src/service-worker.ts': ['fetch'], // the app's own files, to be kept
  'src/widget/host-frame.ts': ['element', 'location'], // the frame that a page asks for, and its own addresses
  'src/visitor/fetch-file.ts': ['fetch'], // a bundle, which may lie on another host
  'src/headless/start.ts': ['import'], // in Node, of a package that need not be installed
};

const names = [
  ...['fetch', 'fetchLater', 'XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'EventSource'],
  ...['RTCPeerConnection', 'WebTransport', 'importScripts', 'sendBeacon'],
];

/** Elements that load what an address names, and so tell its host. */
const elements = 'audio|base|embed|frame|iframe|img|link|object|script|source|track|video';

/** Forms of code, by the way out that each would be. */
const forms = {
  // An address says what it holds to whoever serves it; what follows the # stays in the browser.
  location: [
    'AssignmentExpression[left.name="location"]',
    'AssignmentExpression[left.property.name="location"]',
    'AssignmentExpression[left.object.name="location"][left.property.name!="hash"]',
    'AssignmentExpression[left.object.property.name="location"][left.property.name!="hash"]',
    'CallExpression[callee.object.name="location"][callee.property.name=/^(assign|replace)$/]',
    'CallExpression[callee.object.property.name="location"][callee.property.name=/^(assign|replace)$/]',
  ],
  import: ['ImportExpression[source.type!="Literal"]'],
  element: [
    'NewExpression[callee.name=/^(Image|Audio)$/]',
    `CallExpression[callee.property.name="createElement"][arguments.0.value=/^(${elements})$/]`,
    `TemplateElement[value.raw=/<(${elements})\\b/]`,
  ],
};

/**
 * The rules for a file that may name the ways in `allowed`.
 * @param {readonly string[]} [allowed]
 * @returns {import('eslint').Linter.RulesRecord}
 */
export function noNetwork(allowed = []) {
  const barred = names.filter((name) => !allowed.includes(name));
  const windows = ['window', 'globalThis', 'self'].map((object) => ({ object, property: 'open' }));
  const properties = [...barred.map((property) => ({ property })), ...windows];
  const selectors = Object.entries(forms).flatMap(([way, list]) =>
    allowed.includes(way) ? [] : list,
  );
  return {
    'no-restricted-globals': ['error', ...[...barred, 'open'].map((name) => ({ name, message }))],
    'no-restricted-properties': ['error', ...properties.map((way) => ({ ...way, message }))],
    'no-restricted-syntax': ['error', ...selectors.map((selector) => ({ selector, message }))],
  };
}

/**
 * For all of `src`.
 * @type {import('eslint').Linter.Config[]}
 */
export const sealed = [
  { files: ['src/**/*.ts'], rules: noNetwork() },
  ...Object.entries(exceptions).map(([file, allowed]) => ({
    files: [file],
    rules: noNetwork(allowed),
  })),
];
