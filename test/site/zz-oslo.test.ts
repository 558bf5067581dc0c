import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'vitest';
import { createSite } from '../../site/app.js';
import { publicCatalogue } from '../../site/public-catalogue.js';
import { listen } from '../../site/server.js';
import { openSite } from '../../src/compose-site.js';
import { instant } from '../../src/model/instant.js';
import { tempCatalogue } from '../support/temp-catalogue.js';
test('oslo', async () => {
  const temp = await tempCatalogue('oslo');
  await temp.harvest();
  await temp.publish();
  const edit = async (path: string, change: (text: string) => string) => {
    const file = join(temp.folder, path);
    const before = await readFile(file, 'utf8');
    const after = change(before);
    console.log(path, before === after ? 'UNCHANGED' : 'edited');
    await writeFile(file, after);
  };
  await edit('samples/datasets/datasett.csv', (t) => t.replace('Folkemengde per bydel 2022;', 'Innbyggere per bydel 2022;').replace('fordelt på seks aldersgrupper. Grupper', 'fordelt på sju aldersgrupper. Grupper').split('\n').filter((l) => !l.startsWith('folkemengde-per-bydel-2024;')).join('\n'));
  await edit('samples/kartoteket/virksomheter.json', (t) => t.replace('Plan- og bygningsetaten', 'Plan- og byggesaksetaten').replace('Bymiljøetaten', 'Miljøetaten'));
  for (const day of ['2026-11-23', '2026-11-24', '2026-11-25']) {
    temp.setClock(instant(`${day}T12:00:00Z`));
    await temp.harvest(undefined, true);
    await temp.publish().catch((e) => console.log('held?', String(e).slice(0, 300)));
  }
  const zones = await openSite(join(temp.varFolder, 'current', 'public'), publicCatalogue);
  const server = await listen(createSite({ zones, engine: zones.engine, onFault: (f) => console.log('FAULT', f) }), 0, '127.0.0.1');
  const read = async (path: string) => {
    const t = performance.now();
    const r = await fetch(`http://127.0.0.1:${server.port}${path}`, { redirect: 'manual' });
    const body = await r.text();
    console.log(path, r.status, body.length, (performance.now() - t).toFixed(0), 'ms\n', body.replace(/^[\s\S]*<main/, '').replace(/<footer[\s\S]*/, '').replace(/<option.*\n/g, '').replace(/<[^>]+>/g, '').replace(/\n\s*\n+/g, '\n').slice(0, 5000));
  };
  const changes = zones.current().zone.changes;
  console.log(changes.length, JSON.stringify(changes.slice(-3), null, 1).slice(0, 3000));
  await read('/nb/endringer?fra=2026-11-23');
  await read('/en/endringer?fra=2026-11-23&type=datasett');
  await read('/nb/datasett/folkemengde-per-bydel-2024');
  await read('/nb/datasett/folkemengde-per-bydel-2024/endringer');
  await read('/endringer.atom?q=bydel+2022');
  await read('/datasett/folkemengde-per-bydel-2024.trig');
  await read('/datasett/folkemengde-per-bydel-2024.trix');
  await server.close(100);
  await zones.close();
  await temp[Symbol.asyncDispose]();
}, 600000);
