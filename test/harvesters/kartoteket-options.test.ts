import { describe, expect, test } from 'vitest';
import { ENDPOINTS, refusedPath } from '../../harvesters/kartoteket/endpoints.js';
import { KEY, sourceOf } from './kartoteket-support.js';

const ORDER = ENDPOINTS.map((one) => `/api/${one.list}/`);

describe('endpoints', () => {
  test.each([
    '/tjenestekatalogen/systemer/',
    '/tjenestekatalogen/forvaltere/',
    '/get-api/x/',
    '/cmdb/api/',
    '/sikkerhet/',
    '/api/vulnapp/',
    '/api/bloodhound/x/',
    '/systemer/iga/api/',
    '/virksomhet/3/excelapi/',
    '/kartoteket/CMDB/',
    '//cmdb/',
    '/%63mdb/',
    '/%zz',
  ])('%s is refused by name', (path) => {
    expect(refusedPath(path)).toBe(path);
    expect(() => sourceOf({ baseUrl: `https://register.example${path}`, key: KEY })).toThrow();
  });

  test('the eleven are not', () => {
    expect(ORDER.filter((path) => refusedPath(path) !== undefined)).toEqual([]);
  });
});

describe('options', () => {
  test.each([
    [{}, 'baseUrl'],
    [{ baseUrl: 'https://r.example', folder: 'x', key: KEY }, 'baseUrl'],
    [{ baseUrl: 'https://r.example' }, 'key'],
    [{ baseUrl: 'ftp://r.example', key: KEY }, 'baseUrl'],
    [{ baseUrl: 'https://r.example/?a=1', key: KEY }, 'baseUrl'],
    [{ baseUrl: 'https://r.example', key: 'a\nb' }, 'key'],
    [{ folder: 'x', timeoutSeconds: 121 }, 'timeoutSeconds'],
    [{ folder: 'x', mappe: 'y' }, 'mappe'],
  ])('%j is refused at %s', (input, place) => {
    let message = '';
    try {
      sourceOf(input);
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain(place);
    expect(message).not.toContain(KEY);
  });
});
