/** The second thread that writes feeds (feed-thread.ts). */
import { parentPort, workerData } from 'node:worker_threads';
import { feedFiles } from '../feed/feed-files.js';
import { GraphIndex } from '../rdf/graph-index.js';
import { openSnapshot } from '../store/snapshot-open.js';
import { livingGraph } from '../store/public-zone.js';
import { writeFiles } from '../store/zone-writer.js';
import type { FeedTask } from './feed-thread.js';
import { stateOf } from './past.js';

const { snapshot, settings, changes, syntaxes, place } = workerData as FeedTask;
const state = stateOf(livingGraph({ snapshot: openSnapshot(snapshot), settings }), settings);
/** No part of what is written here. */
const bridge = { rules: [], places: new Map(), described: new GraphIndex([]) };
const files = feedFiles({ base: settings.base, ...state, bridge, changes }, syntaxes);
parentPort?.postMessage(await writeFiles(place, files));
