/** What a search engine reads of a page's source: link elements, and blocks of JSON-LD. No more of HTML is understood here. */

/** Addresses of `<link rel="canonical">`. */
export function canonicalLinks(html: string): string[] {
  return [...html.matchAll(/<link\s[^>]*>/gi)]
    .map(([tag]) => tag)
    .filter((tag) => attribute(tag, 'rel')?.toLowerCase() === 'canonical')
    .flatMap((tag) => attribute(tag, 'href') ?? []);
}

/** Text of each `<script type="application/ld+json">`. */
export function jsonLdBlocks(html: string): string[] {
  return [...html.matchAll(/<script\s([^>]*)>([\s\S]*?)<\/script>/gi)]
    .filter(([, attributes = '']) => /type=["']?application\/ld\+json\b/i.test(attributes))
    .map(([, , content = '']) => content);
}

/** The value with the character references that addresses need. */
function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
  return (found?.[1] ?? found?.[2] ?? found?.[3])?.replace(/&amp;/g, '&').replace(/&#x3D;/gi, '=');
}
