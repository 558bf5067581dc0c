/** Subscription → kdm:SystemUse of its own: it says only who shares the processings of which system (sources.md 2.3). */
import { links, reference } from '../../src/harvest/found.js';
import { alias, type MapContext } from '../../src/harvest/harvester.js';
import type { Issue } from '../../src/model/issue.js';
import { resource } from '../../src/rdf/resource.js';
import type { Quad } from '../../src/rdf/terms.js';
import { kdm } from '../../src/rdf/vocabularies.js';
import type { ProcessingRegisterOptions } from './options.js';
import type { Subscription } from './payload.js';
import { namedAliases, shownRef } from './references.js';

export function* mapSubscription(
  { system, user, subscribes }: Subscription,
  key: string,
  context: MapContext<ProcessingRegisterOptions>,
): Iterable<Quad | Issue> {
  yield* resource(context.subject)
    .a(kdm.SystemUse)
    .flag(kdm.subscribesShared, subscribes)
    .link(kdm.recordClass, context.recordClass('abonnement', key));
  const systemAliases = system.id
    ? [alias('kartoteket:system', system.id)]
    : namedAliases(['system'], 'systemnavn', system.name ?? '');
  const userAliases = user.id
    ? [alias('kartoteket:virksomhet', user.id)]
    : namedAliases(['virksomhet', 'enhet'], 'virksomhet', user.name ?? '');
  yield* links(context.subject, kdm.system, [
    reference(context, systemAliases, { field: 'system', shown: shownRef(system) }),
  ]);
  yield* links(context.subject, kdm.user, [
    reference(context, userAliases, { field: 'virksomhet', shown: shownRef(user) }),
  ]);
}
