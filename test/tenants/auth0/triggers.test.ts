/** The list of triggers, against the API description. */

import { POST_LOGIN, TRIGGERS } from '../../../tenants/auth0/triggers';
import { contractAvailable, contractEnum } from '../contract';

test('a login runs the third version', () => {
  expect(TRIGGERS[POST_LOGIN]).toBe('v3');
});

(contractAvailable ? test : test.skip)('they are those of the API description', () => {
  expect(Object.keys(TRIGGERS).sort()).toEqual(contractEnum('ActionTriggerTypeEnum').sort());
});
