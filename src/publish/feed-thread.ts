/**
 * Feeds of a large catalogue are a gigabyte of text: half of it is made and written by a second thread, which reads the same
 * index in shared memory. What is written is the same, whoever writes it.
 */
import {
  FEED_SYNTAXES,
  feedFiles,
  type FeedFiles,
  type FeedInput,
  type FeedSyntax,
} from '../feed/feed-files.js';
import type { Change } from '../model/change.js';
import type { SiteSettings } from '../model/site-settings.js';
import { startWorker } from '../store/start-worker.js';
import type { FilesPlace, WriteAside, WrittenFiles } from '../store/zone-writer.js';

/** With fewer members a thread takes longer to start than it saves. */
const LARGE = 2_000;
/** What both threads are about equally long at. */
const OWN: readonly FeedSyntax[] = ['ttl', 'rdf'];
const ASIDE = FEED_SYNTAXES.filter((syntax) => !OWN.includes(syntax));

const SCRIPT = import.meta.url.endsWith('.ts') ? './feed-worker.ts' : './feed-worker.js';

/** Texts live briefly: with room for more of them, the collector comes seldom. */
const LIMITS = { maxYoungGenerationSizeMb: 96 };

/** What the thread is handed. */
export interface FeedTask {
  /** The index file (snapshot.ts) of the public quads. */
  readonly snapshot: SharedArrayBuffer;
  readonly settings: SiteSettings;
  readonly changes: readonly Change[];
  readonly syntaxes: readonly FeedSyntax[];
  readonly place: FilesPlace;
}

export interface SplitFeeds {
  /** Made when they are first asked for: the second thread, once started, is at work meanwhile. */
  readonly feeds: () => FeedFiles;
  readonly aside?: WriteAside;
}

/** All files of the feeds: those that the caller writes, and of a large catalogue those that are written meanwhile. */
export function splitFeeds(
  input: FeedInput,
  {
    file,
    settings,
  }: { readonly file: Uint8Array<SharedArrayBuffer>; readonly settings: SiteSettings },
  large = LARGE,
): SplitFeeds {
  if (input.view.members.length < large) return { feeds: once(() => feedFiles(input)) };
  const { changes } = input;
  return {
    feeds: once(() => feedFiles(input, OWN)),
    aside: (place) =>
      inThread({ snapshot: file.buffer, settings, changes, syntaxes: ASIDE, place }),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function inThread(workerData: FeedTask): Promise<WrittenFiles> {
  return new Promise((resolve, reject) => {
    const worker = startWorker(new URL(SCRIPT, import.meta.url), {
      workerData,
      resourceLimits: LIMITS,
    });
    worker.once('message', resolve).once('error', reject);
    worker.once('exit', (code) => reject(new Error(`feed thread: exit ${code}`)));
  });
}
