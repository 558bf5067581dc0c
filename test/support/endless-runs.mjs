/**
 * Harvests and publishes for ever, changing one title between two wordings: something to kill at any moment.
 * Arguments: data folder, var folder, file, first wording, second wording.
 */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { openCatalogue } from '../../dist/src/compose.js';

const [dataFolder, varFolder, file, ...wordings] = process.argv.slice(2);
const { signal } = new AbortController();
const catalogue = await openCatalogue({
  id: 'trondheim',
  dataFolder,
  varFolder,
  environment: {},
  clock: () => '2026-11-22T12:00:00.000Z',
});
process.send('running');
for (let run = 0; ; run++) {
  const text = await readFile(file, 'utf8');
  const [from, to] = text.includes(wordings[0]) ? wordings : [...wordings].reverse();
  await writeFile(`${file}.new`, text.replace(from, to));
  await rename(`${file}.new`, file);
  await catalogue.harvest({ only: [], dryRun: false, accept: false, signal });
  await catalogue.publish({ force: false, accept: [], signal });
  process.send('published');
}
