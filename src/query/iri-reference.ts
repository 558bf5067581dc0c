/** References to IRIs resolved as RFC 3986 5.2 says, nothing normalised: an IRI is a name. */

// RFC 3986 appendix B, made linear: no part can match what another one does.
const PARTS = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#([^]*))?$/;
const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*$/;

interface Parts {
  readonly scheme: string | undefined;
  readonly authority: string | undefined;
  readonly path: string;
  readonly query: string | undefined;
  readonly fragment: string | undefined;
}

/** The absolute IRI; undefined for a relative reference without a base, and for what has no right scheme. */
export function resolveIri(reference: string, base: string | undefined): string | undefined {
  const parts = partsOf(reference);
  if (parts.scheme !== undefined) return SCHEME.test(parts.scheme) ? reference : undefined;
  if (base === undefined) return undefined;
  return iriOf(transformed(parts, partsOf(base)));
}

function partsOf(text: string): Parts {
  const [, scheme, authority, path = '', query, fragment] = PARTS.exec(text) ?? [];
  return { scheme, authority, path, query, fragment };
}

/** 5.2.2 */
function transformed(reference: Parts, base: Parts): Parts {
  const { fragment } = reference;
  const { scheme } = base;
  if (reference.authority !== undefined) {
    return { ...reference, scheme, path: withoutDots(reference.path) };
  }
  const { authority } = base;
  if (reference.path === '') {
    return { ...base, query: reference.query ?? base.query, fragment };
  }
  const path = reference.path.startsWith('/') ? reference.path : merged(reference.path, base);
  return { scheme, authority, path: withoutDots(path), query: reference.query, fragment };
}

/** 5.2.3 */
function merged(path: string, base: Parts): string {
  if (base.authority !== undefined && base.path === '') return `/${path}`;
  return base.path.slice(0, base.path.lastIndexOf('/') + 1) + path;
}

/** 5.2.4 */
function withoutDots(path: string): string {
  const kept: string[] = [];
  const segments = path.split('/');
  segments.forEach((segment, index) => {
    const isLast = index === segments.length - 1;
    if (segment === '..') {
      if (kept.length > 1 || (kept.length === 1 && kept[0] !== '')) kept.pop();
      if (isLast) kept.push('');
    } else if (segment === '.') {
      if (isLast) kept.push('');
    } else {
      kept.push(segment);
    }
  });
  return kept.join('/');
}

/** 5.3 */
function iriOf({ scheme, authority, path, query, fragment }: Parts): string {
  const start = scheme === undefined ? '' : `${scheme}:`;
  const host = authority === undefined ? '' : `//${authority}`;
  const end = fragment === undefined ? '' : `#${fragment}`;
  return `${start}${host}${path}${query === undefined ? '' : `?${query}`}${end}`;
}
