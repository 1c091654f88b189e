/** Attacks the small decisions that keep the page where it is and the network out. */
import { describe, expect, it } from 'vitest';
import { isTrustedSender } from '#electron/requests/trusted-sender.ts';
import { isAppAddress } from '#electron/security/app-address.ts';
import { contentSecurityPolicy } from '#electron/security/content-security-policy.ts';
import { externalAddress } from '#electron/security/link-policy.ts';
import { isAllowedRequest } from '#electron/security/request-policy.ts';
import { contentTypeOf, resolveAsset } from '#electron/security/resolve-asset.ts';

describe('the app’s own addresses', () => {
  it.each(['app://triangula/index.html', 'app://triangula/', 'app://triangula/assets/a.js?x#y'])(
    '%s is ours',
    (address) => {
      expect(isAppAddress(address)).toBe(true);
    },
  );
  it.each([
    'https://triangula/',
    'app://triangula.example.org/',
    'app://other/',
    'app://triangula:80/',
    'file:///app://triangula/',
    'about:blank',
    'triangula',
    '',
  ])('%s is not', (address) => {
    expect(isAppAddress(address)).toBe(false);
  });
});

describe('links', () => {
  it('lets https through, as the browser will read it', () => {
    expect(externalAddress('https://example.org/a b')).toBe('https://example.org/a%20b');
    // Letters that only look like others become visible.
    expect(externalAddress('https://exаmple.org/')).toBe('https://xn--exmple-4nf.org/');
  });
  it.each([
    'http://example.org',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,a',
    'app://triangula/index.html',
    'mailto:a@example.org',
    'https://bank.example@attacker.example/',
    'https://user:word@example.org/',
    'https://',
    '//example.org',
    'not an address',
    '',
  ])('refuses %s', (address) => {
    expect(externalAddress(address)).toBeNull();
  });
});

describe('requests of the page', () => {
  const shut = { allowsDeveloperTools: false };
  it.each(['app://triangula/a.js', 'blob:app://triangula/1', 'data:image/png;base64,AA=='])(
    'lets %s through',
    (address) => {
      expect(isAllowedRequest(address, shut)).toBe(true);
    },
  );
  it.each([
    'https://example.org/',
    'http://127.0.0.1/',
    'ws://example.org',
    'ftp://example.org',
    'file:///etc/passwd',
    'chrome-extension://a/b',
    'devtools://devtools/a',
    'app://other/',
    'nonsense',
  ])('refuses %s', (address) => {
    expect(isAllowedRequest(address, shut)).toBe(false);
  });
  it('lets the developer tools load where they are allowed', () => {
    expect(isAllowedRequest('devtools://devtools/a', { allowsDeveloperTools: true })).toBe(true);
  });
});

describe('served files', () => {
  it.each([
    ['app://triangula/index.html', '/srv/window/index.html'],
    ['app://triangula/assets/a%20b.js?v=1', '/srv/window/assets/a b.js'],
    ['app://triangula/../../x.js', '/srv/window/x.js'],
  ])('finds %s', (address, path) => {
    expect(resolveAsset('/srv/window', address)).toBe(path);
  });
  it.each([
    'app://triangula/..%2f..%2fetc/passwd',
    'app://triangula/%2e%2e%2fwindow-secret/a',
    'app://triangula/a%00.js',
    'app://triangula/..%5c..%5ca',
    'app://triangula/%',
    'app://triangula/',
    'app://other/index.html',
    'file:///srv/window/index.html',
  ])('refuses %s', (address) => {
    expect(resolveAsset('/srv/window', address)).toBeNull();
  });
  it('names types by ending, and unknown ones as bytes', () => {
    expect(contentTypeOf('/a/worker.MJS')).toBe('text/javascript; charset=utf-8');
    expect(contentTypeOf('/a/b.wasm')).toBe('application/wasm');
    expect(contentTypeOf('/a/b')).toBe('application/octet-stream');
  });
});

it('has a policy that starts from nothing and names no host', () => {
  expect(contentSecurityPolicy).toMatch(/^default-src 'none'; /);
  expect(contentSecurityPolicy).not.toMatch(/https?:|\*|unsafe-eval'(?<!wasm-unsafe-eval')/);
});

describe('senders', () => {
  const ours = { address: 'app://triangula/index.html', isTopFrame: true, isOurWindow: true };
  it('trusts the top frame of our own page in our window', () => {
    expect(isTrustedSender(ours)).toBe(true);
  });
  it.each([
    { ...ours, address: 'https://example.org/' },
    { ...ours, address: '' },
    { ...ours, isTopFrame: false },
    { ...ours, isOurWindow: false },
  ])('refuses %o', (sender) => {
    expect(isTrustedSender(sender)).toBe(false);
  });
});
