/**
 * A real browser: the system's Chromium where there is one, else the one that comes as an npm package, with the libraries
 * which that package brings for systems that lack them (libnss3 and its like).
 */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** No request of the browser's own: no updates, no sync, no first run. */
const QUIET = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** DATAVEV_BROWSER=npm takes the packaged browser on a machine that has its own too. */
export async function openBrowser(): Promise<Browser> {
  const wantsPackage = process.env['DATAVEV_BROWSER'] === 'npm';
  const system = wantsPackage ? undefined : SYSTEM.find((path) => existsSync(path));
  if (system) return chromium.launch({ executablePath: system, args: QUIET });
  // The package unpacks its libraries, and points LD_LIBRARY_PATH at them, only where it believes to be in its home.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs20.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  const executablePath = await packaged.executablePath();
  // Not its own arguments: with `--single-process` closing a page ends the browser.
  return chromium.launch({ executablePath, args: QUIET });
}
