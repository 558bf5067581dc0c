import { describe, expect, test } from 'vitest';
import { isCatalogError } from '../../src/model/errors.js';
import {
  addressKind,
  addressRefusal,
  allowedOrigin,
  type AddressKind,
} from '../../src/harvest/address-guard.js';
import { nodeEgress } from '../../src/harvest/node-egress.js';
import { startFaultServer } from '../support/fault-server.js';

const request = { signal: new AbortController().signal, maxBytes: 1_000_000, firstByteMs: 2_000 };

const ADDRESSES: readonly (readonly [string, AddressKind])[] = [
  ['8.8.8.8', 'public'],
  ['100.63.255.255', 'public'],
  ['100.128.0.0', 'public'],
  ['172.15.255.255', 'public'],
  ['172.32.0.0', 'public'],
  ['2a02:c0::1', 'public'],
  ['127.0.0.1', 'loopback'],
  ['127.255.255.254', 'loopback'],
  ['::1', 'loopback'],
  ['10.0.0.1', 'private'],
  ['172.16.0.1', 'private'],
  ['172.31.255.255', 'private'],
  ['192.168.1.1', 'private'],
  ['100.64.0.1', 'private'],
  ['100.127.255.255', 'private'],
  ['fc00::1', 'private'],
  ['fdff::1', 'private'],
  ['169.254.169.254', 'link-local'],
  ['fe80::1', 'link-local'],
  ['fe80::1%eth0', 'link-local'],
  ['febf::1', 'link-local'],
  ['0.0.0.0', 'special'],
  ['0.1.2.3', 'special'],
  ['192.0.2.1', 'special'],
  ['198.18.0.1', 'special'],
  ['224.0.0.1', 'special'],
  ['255.255.255.255', 'special'],
  ['::', 'special'],
  ['::ffff:127.0.0.1', 'special'],
  ['::ffff:7f00:1', 'special'],
  ['0:0:0:0:0:ffff:7f00:1', 'special'],
  ['::ffff:8.8.8.8', 'special'],
  ['::127.0.0.1', 'special'],
  ['64:ff9b::7f00:1', 'special'],
  ['2002:7f00:1::', 'special'],
  ['2001:0:7f00:1::', 'special'],
  ['fec0::1', 'special'],
  ['ff02::1', 'special'],
  ['not an address', 'special'],
];

test.each(ADDRESSES)('S1 %s is %s', (address, kind) => {
  expect(addressKind(address)).toBe(kind);
});

describe('S2 no form of a forbidden address reaches the canary', () => {
  const forms = (port: number): string[] => [
    `http://127.0.0.1:${port}/`,
    `http://127.0.0.2:${port}/`,
    `http://127.1:${port}/`,
    `http://127.0.1:${port}/`,
    `http://2130706433:${port}/`,
    `http://0x7f000001:${port}/`,
    `http://0x7f.0.0.1:${port}/`,
    `http://0x7f.1:${port}/`,
    `http://017700000001:${port}/`,
    `http://0177.0.0.1:${port}/`,
    `http://127.0.0.1.:${port}/`,
    `http://localhost:${port}/`,
    `http://localhost.:${port}/`,
    `http://LOCALHOST:${port}/`,
    `http://a.localhost:${port}/`,
    `http://[::1]:${port}/`,
    `http://[0:0:0:0:0:0:0:1]:${port}/`,
    `http://[::ffff:127.0.0.1]:${port}/`,
    `http://[::ffff:7f00:1]:${port}/`,
    `http://[::127.0.0.1]:${port}/`,
    `http://0.0.0.0:${port}/`,
    `http://0:${port}/`,
    `http://[::]:${port}/`,
    `http://①②⑦.⓪.⓪.①:${port}/`,
    `http://127。0。0。1:${port}/`,
    `http://%31%32%37.0.0.1:${port}/`,
    `http://user:pass@127.0.0.1:${port}/`,
    `http://register.example@127.0.0.1:${port}/`,
    `http://127.0.0.1:${port}#@register.example/`,
    `http://127.0.0.1:${port}\\@register.example/`,
    `http:127.0.0.1:${port}/`,
    `http:\\\\127.0.0.1:${port}\\`,
    `https://127.0.0.1:${port}/`,
    `//127.0.0.1:${port}/`,
    `ftp://127.0.0.1:${port}/`,
    `gopher://127.0.0.1:${port}/_GET`,
    'file:///etc/passwd',
    'data:text/plain,x',
    'javascript:alert(1)',
    'http://169.254.169.254/latest/meta-data/',
    'http://[fe80::1]/',
    'http://10.0.0.1/',
    '',
    'register.example',
  ];

  test('asked for directly', async () => {
    await using canary = await startFaultServer();
    const egress = nodeEgress({ origins: ['http://register.example'], userAgent: 'test' });
    const port = Number(new URL(canary.origin).port);
    for (const form of forms(port)) {
      const error = await egress.get(form, request).catch((caught: unknown) => caught);
      expect(isCatalogError(error, 'SOURCE_REFUSED'), form).toBe(true);
    }
    expect(canary.visits).toEqual([]);
  });

  test('in a redirect from a listed host', async () => {
    await using canary = await startFaultServer();
    await using register = await startFaultServer();
    const egress = nodeEgress({ origins: [register.origin], userAgent: 'test' });
    const port = Number(new URL(canary.origin).port);
    let count = 0;
    for (const form of forms(port).filter((one) => /^[\x21-\x7e]+$/.test(one))) {
      // A location without a scheme stays on the listed host, which is no hit on the canary.
      if (!/^([a-z]+:|\/\/)/.test(form) || form.startsWith('http:127')) continue;
      count++;
      register.answer(`/hop${count}`, (response) =>
        response.writeHead(302, { location: form }).end(),
      );
      const asked = egress.get(`${register.origin}/hop${count}`, request);
      const error = await asked.catch((caught: unknown) => caught);
      expect(isCatalogError(error, 'SOURCE_REFUSED'), form).toBe(true);
    }
    expect(count).toBeGreaterThan(30);
    expect(canary.visits).toEqual([]);
  });

  test('as the address of a listed name, resolved once', async () => {
    await using canary = await startFaultServer();
    const port = Number(new URL(canary.origin).port);
    const names: string[] = [];
    const answers = ['127.0.0.1', '::1', '169.254.169.254', '::ffff:7f00:1', '0.0.0.0'];
    for (const address of answers) {
      const egress = nodeEgress({
        origins: [`http://register.example:${port}`],
        userAgent: 'test',
        resolve: (host) => {
          names.push(host);
          return Promise.resolve([
            { address: '93.184.215.14', family: 4 },
            { address, family: address.includes(':') ? 6 : 4 },
          ]);
        },
      });
      const asked = egress.get(`http://register.example:${port}/`, request);
      // One of the two addresses is public: all must pass, else which one is used would be luck.
      const error = await asked.catch((caught: unknown) => caught);
      expect(isCatalogError(error, 'SOURCE_REFUSED'), address).toBe(true);
    }
    expect(names).toHaveLength(answers.length);
    expect(canary.visits).toEqual([]);
  });
});

describe('S1 an entry of the allow-list', () => {
  const resolve = (): Promise<{ address: string; family: number }[]> =>
    Promise.resolve([{ address: '10.9.8.7', family: 4 }]);

  test('without a port reaches public addresses only', async () => {
    const egress = nodeEgress({ origins: ['https://intern.example'], userAgent: 'test', resolve });
    await expect(egress.get('https://intern.example/', request)).rejects.toMatchObject({
      code: 'SOURCE_REFUSED',
      text: { nb: expect.stringContaining('en intern adresse er ikke tillatt') as string },
    });
  });

  test('with its port written out reaches internal addresses, but not this machine', () => {
    const url = new URL('https://intern.example/');
    const allowed = [allowedOrigin('https://intern.example:443')];
    expect(addressRefusal(url, '10.9.8.7', allowed)).toBeUndefined();
    expect(addressRefusal(url, '127.0.0.1', allowed)).toBeDefined();
    expect(addressRefusal(url, '169.254.169.254', allowed)).toBeDefined();
    expect(addressRefusal(url, '::ffff:10.9.8.7', allowed)).toBeDefined();
  });

  test.each(['ftp://x.example', 'https://user@x.example', 'x.example', ''])(
    'is refused as %s',
    (entry) => {
      expect(() => nodeEgress({ origins: [entry], userAgent: 'test' })).toThrow(RangeError);
    },
  );

  test('holds for scheme and port too', async () => {
    await using register = await startFaultServer();
    const { port } = new URL(register.origin);
    const egress = nodeEgress({ origins: [`https://127.0.0.1:${port}`], userAgent: 'test' });
    await expect(egress.get(`${register.origin}/`, request)).rejects.toMatchObject({
      code: 'SOURCE_REFUSED',
    });
    expect(register.visits).toEqual([]);
  });
});
