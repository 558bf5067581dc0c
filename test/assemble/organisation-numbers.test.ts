/** Check digits of organisation numbers (rule ORG-01). */
import { expect, test } from 'vitest';
import { invalidOrganisationNumbers } from '../../src/assemble/inference/organisation-numbers.js';
import { facts, found } from '../support/inference.js';

test('ORG-01 a number whose check digit does not hold is named; other faults belong to other rules', () => {
  const graph = `:a a org:FormalOrganization ; dct:identifier "958935421" .
    :b a kdm:Supplier ; dct:identifier "123456789" .
    :c a org:FormalOrganization ; dct:identifier "958935420" .
    :d a org:FormalOrganization ; dct:identifier "12345" .
    :e a kdm:System ; dct:identifier "958935421" .`;
  expect(found(invalidOrganisationNumbers, graph)).toEqual(
    facts(
      ':a kdm:invalidOrganisationNumber "958935421" . :b kdm:invalidOrganisationNumber "123456789" .',
    ),
  );
});
