/**
 * Which addresses answer, asked as data.norge.no's checker asks (portals.md 4.4): HEAD; after 405 a GET as to a map service;
 * one answer for all addresses that differ only in their query. A host gets one request at a time.
 */
export type Method = 'HEAD' | 'GET';
/** The status of an answer; 0 when there is none. */
export type Ask = (url: string, method: Method) => Promise<number>;

const HOSTS_AT_ONCE = 8;
const METHOD_NOT_ALLOWED = 405;

/** Address → status, for every address. `onAnswer` is told how many are done. */
export async function linkStatuses(
  urls: Iterable<string>,
  ask: Ask,
  onAnswer?: (done: number, total: number) => void,
): Promise<ReadonlyMap<string, number>> {
  const all = [...new Set(urls)].sort();
  // The first of those that differ in their query is asked.
  const asked = new Map([...all].reverse().map((url) => [withoutQuery(url), url]));
  const answers = new Map<string, number>();
  const queue = [...byHost(asked)];
  const work = async (): Promise<void> => {
    for (let host = queue.shift(); host; host = queue.shift()) {
      for (const [bare, url] of host) {
        answers.set(bare, await statusOf(url, ask));
        onAnswer?.(answers.size, asked.size);
      }
    }
  };
  await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, work));
  return new Map(all.map((url) => [url, answers.get(withoutQuery(url)) ?? 0]));
}

function byHost(asked: ReadonlyMap<string, string>): Iterable<[string, string][]> {
  const hosts = new Map<string, [string, string][]>();
  for (const entry of asked) {
    const { host } = new URL(entry[1]);
    hosts.set(host, [...(hosts.get(host) ?? []), entry]);
  }
  return hosts.values();
}

async function statusOf(url: string, ask: Ask): Promise<number> {
  const status = await ask(url, 'HEAD');
  if (status !== METHOD_NOT_ALLOWED) return status;
  return ask(`${withoutQuery(url)}?request=GetCapabilities&service=GET`, 'GET');
}

function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, '');
}
