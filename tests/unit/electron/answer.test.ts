/** What the gate lets through to the handlers, and what it refuses. */
import { expect, it } from 'vitest';
import { answer } from '#electron/requests/answer.ts';
import type { Handlers } from '#electron/requests/handlers.ts';
import { requestSchemas, type RequestName } from '#shared/bridge/requests.ts';

/** Handlers that give back what reached them. */
const echo = Object.fromEntries(
  Object.keys(requestSchemas).map((name) => [name, (args: unknown) => ({ name, args })]),
) as unknown as Handlers;

const token = 'a'.repeat(32);

it('hands over arguments that fit, and only what the schema knows', () => {
  expect(
    answer(echo, 'project.append', { token, expectedLengthBytes: 3, bytes: new Uint8Array(2), path: '/etc' }),
  ).toEqual({
    name: 'project.append',
    args: { token, expectedLengthBytes: 3, bytes: new Uint8Array(2) },
  });
});

it.each<readonly [RequestName, unknown]>([
  ['app.info', null],
  ['app.info', undefined],
  ['files.read', {}],
  ['files.read', { token: '../../etc/passwd' }],
  ['files.read', { token: 12 }],
  ['files.write', { token, bytes: [1, 2, 3] }],
  ['files.pickToImport', { title: 'a', filterName: 'b', extensions: ['../x'] }],
  ['project.append', { token, expectedLengthBytes: -1, bytes: new Uint8Array(1) }],
  ['project.append', { token, expectedLengthBytes: 0.5, bytes: new Uint8Array(1) }],
  ['preferences.write', { language: 'de', theme: 'dark', personName: '', fontScale: 1 }],
  ['window.setTitle', { title: 'a'.repeat(301), hasUnsaved: false }],
  ['links.open', { url: `https://${'a'.repeat(3000)}` }],
])('refuses %s with %o', (name, args) => {
  expect(() => answer(echo, name, args)).toThrow(`${name}: refused, argument does not fit`);
});

it('says nothing of the argument when it refuses: it may hold somebody’s words', () => {
  expect(() => answer(echo, 'files.read', { token: 'what she told us' })).toThrow(/^(?!.*told).*$/);
});
