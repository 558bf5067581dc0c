/** How large feeds may be (F4, PR4): data.norge.no reads 75 MiB and no more, and the harvesters of Europe pages of some megabytes. */
import { FDK_FILE, FDK_SERVICES_FILE } from '../feed/feed-files.js';
import { CatalogError } from '../model/errors.js';
import { issue, type Issue } from '../model/issue.js';

const MIB = 1024 * 1024;
const REGISTERED = [FDK_FILE, FDK_SERVICES_FILE];
/** Where room for growth is still left. */
const WARN_BYTES = 50 * MIB;
const MAX_BYTES = 75 * MIB;
const PAGE = /^katalog\/side-\d+\./;
const MAX_PAGE_BYTES = 10_000_000;

/**
 * `bytes`: of the files of a zone. Throws CatalogError FEED_TOO_LARGE for a registered feed that its portal would refuse: the
 * revision before is served on.
 */
export function feedSizeIssues(bytes: ReadonlyMap<string, number>): Issue[] {
  const issues: Issue[] = [];
  for (const [file, size] of bytes) {
    const isRegistered = REGISTERED.includes(file);
    const params = { file, megabytes: String(Math.ceil(size / 1_000_000)) };
    if (isRegistered && size > MAX_BYTES) throw new CatalogError('FEED_TOO_LARGE', params);
    const isLarge = isRegistered ? size > WARN_BYTES : PAGE.test(file) && size > MAX_PAGE_BYTES;
    if (isLarge) issues.push(issue('FEED_LARGE', 'warning', params));
  }
  return issues;
}
