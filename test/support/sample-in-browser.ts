/** The sample catalogue, harvested, published and served, and a browser to look at it with. */
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.js';
import { startSite, type RunningSite } from './running-site.js';
import { tempCatalogue, type TempCatalogue } from './temp-catalogue.js';

export interface SampleInBrowser extends AsyncDisposable {
  readonly temp: TempCatalogue;
  readonly site: RunningSite;
  readonly browser: Browser;
}

export async function sampleInBrowser(): Promise<SampleInBrowser> {
  const temp = await tempCatalogue('oslo');
  await temp.harvest();
  await temp.publish();
  const site = await startSite(temp.varFolder);
  const browser = await openBrowser();
  return {
    ...{ temp, site, browser },
    async [Symbol.asyncDispose]() {
      await browser.close();
      await site.close();
      await temp[Symbol.asyncDispose]();
    },
  };
}
