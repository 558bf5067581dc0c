/** HTTP digest authentication against the examples of RFC 7616. */
import { expect, test } from 'vitest';
import { digestHeader, parseChallenge } from '../../src/store/digest-auth.js';

const NONCE = '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v';
const OPAQUE = 'FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS';
const CLIENT_NONCE = 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ';
const challengeOf = (algorithm: string): string =>
  `Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=${algorithm}, nonce="${NONCE}", opaque="${OPAQUE}"`;

test.each([
  ['MD5', '8ca523f5e9506fed4657c9700eebdbec'],
  ['SHA-256', '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1'],
])('RFC 7616 3.9.1: answers with %s', (algorithm, response) => {
  const header = digestHeader(
    parseChallenge(challengeOf(algorithm))!,
    { user: 'Mufasa', password: 'Circle of Life' },
    { method: 'GET', uri: '/dir/index.html', count: 1, clientNonce: CLIENT_NONCE },
  );
  expect(header).toBe(
    'Digest username="Mufasa", realm="http-auth@example.org", ' +
      `nonce="${NONCE}", uri="/dir/index.html", algorithm=${algorithm}, qop=auth, nc=00000001, ` +
      `cnonce="${CLIENT_NONCE}", response="${response}", opaque="${OPAQUE}"`,
  );
});

test('RFC 7616 3.7: of several challenges the strongest is answered', () => {
  const both = `Basic realm="x", ${challengeOf('MD5')}, ${challengeOf('SHA-256')}`;
  expect(parseChallenge(both)).toMatchObject({ algorithm: 'SHA-256', nonce: NONCE });
});

test('as Virtuoso writes it: values in quotes, stale too', () => {
  const header =
    'Digest realm="SPARQL", domain="/sparql-auth", nonce="bf31", opaque="5ebe", stale="true", qop="auth", algorithm="MD5"';
  expect(parseChallenge(header)).toEqual({
    realm: 'SPARQL',
    nonce: 'bf31',
    opaque: '5ebe',
    algorithm: 'MD5',
    isStale: true,
  });
});

test.each([
  ['another scheme', 'Basic realm="x"'],
  ['another algorithm', challengeOf('SHA-512-256')],
  ['no qop, as in 1999', 'Digest realm="x", nonce="y"'],
  ['the body too', 'Digest realm="x", nonce="y", qop="auth-int"'],
  ['nothing', ''],
])('%s is not answered', (_, header) => {
  expect(parseChallenge(header)).toBeUndefined();
});
