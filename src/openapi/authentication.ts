/** Security schemes (OpenAPI 3.1.1 §4.8.27; Swagger 2.0 "Security Definitions Object"), as far as the document asks for them. */
import type { ApiAuthentication } from '../model/api-description.js';
import { asNode, listAt, nodeAt, resolved, textAt, valueAt, type Node } from './document.js';

const MAX_SCOPES = 20;
/** A field name (RFC 9110 §5.1) is also fit to be the name of a parameter. */
const TOKEN = /^[\w!#$%&'*+.^`|~-]{1,100}$/;
/** Digitaliseringsdirektoratet's service; its scopes have the owner before the colon: `skatteetaten:inntekt`. */
const MASKINPORTEN = /maskinporten/i;

/** Schemes that the document's own requirement names, else those of its operations. */
export function authentication(root: Node): readonly ApiAuthentication[] {
  const schemes =
    nodeAt(nodeAt(root, 'components'), 'securitySchemes') ?? nodeAt(root, 'securityDefinitions');
  const asked = requirements(root);
  return [...asked].flatMap(([name, scopes]) => {
    const scheme = resolved(root, valueAt(schemes, name));
    const found = scheme && read(scheme, scopes);
    return found ? [found] : [];
  });
}

function requirements(root: Node): ReadonlyMap<string, readonly string[]> {
  const paths = Object.values(nodeAt(root, 'paths') ?? {}).flatMap((one) =>
    Object.values(asNode(one) ?? {}),
  );
  const own = listAt(root, 'security');
  const all = own.length > 0 ? own : paths.flatMap((one) => listAt(asNode(one), 'security'));
  const found = new Map<string, readonly string[]>();
  for (const requirement of all) {
    for (const [name, scopes] of Object.entries(asNode(requirement) ?? {})) {
      const texts = (Array.isArray(scopes) ? scopes : []).filter((one) => typeof one === 'string');
      found.set(name, [...new Set([...(found.get(name) ?? []), ...texts])]);
    }
  }
  return found;
}

function read(scheme: Node, asked: readonly string[]): ApiAuthentication | undefined {
  const type = textAt(scheme, 'type', 50)?.toLowerCase();
  if (type === 'apikey') return apiKey(scheme);
  if (type === 'basic') return { kind: 'basic' };
  if (type === 'http')
    return { kind: textAt(scheme, 'scheme', 50)?.toLowerCase() === 'basic' ? 'basic' : 'bearer' };
  if (type !== 'oauth2' && type !== 'openidconnect') return undefined;
  const flows = Object.values(nodeAt(scheme, 'flows') ?? {}).flatMap((one): Node[] => {
    const flow = asNode(one);
    return flow ? [flow] : [];
  });
  const offered = [scheme, ...flows].flatMap((one: Node) =>
    Object.keys(nodeAt(one, 'scopes') ?? {}),
  );
  const scopes = (asked.length > 0 ? asked : offered).map((one) => one.slice(0, 200));
  const isMaskinporten = MASKINPORTEN.test(JSON.stringify(scheme));
  return {
    kind: isMaskinporten ? 'maskinporten' : 'oauth2',
    scopes: [...new Set(scopes)].slice(0, MAX_SCOPES),
  };
}

/** A key in a cookie is not for programs. */
function apiKey(scheme: Node): ApiAuthentication | undefined {
  const place = valueAt(scheme, 'in');
  const name = textAt(scheme, 'name', 100) ?? '';
  if ((place !== 'header' && place !== 'query') || !TOKEN.test(name)) return undefined;
  return { kind: 'apiKey', in: place, name };
}
