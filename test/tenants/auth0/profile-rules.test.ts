/** The attributes of a user, against the API description. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { profileRules } from '../../../tenants/auth0/profile-rules';
import { describeWithContract } from '../contract';

const FILE = join(__dirname, '../../../../shared/contracts/auth0-management.oas.json');

test('an update may take away what creating may not leave null', () => {
  expect(profileRules(true).name?.nullable).toBe(true);
  expect(profileRules(false).name?.nullable).toBe(false);
});

describeWithContract('the API description', () => {
  test.each([
    ['CreateUserRequestContent', false],
    ['UpdateUserRequestContent', true],
  ])('%s has each attribute, as long and as nullable', (name, nullable) => {
    const { properties } = JSON.parse(readFileSync(FILE, 'utf8')).components.schemas[name];
    for (const [attribute, rule] of Object.entries(profileRules(nullable))) {
      const described = properties[attribute];
      expect([attribute, described]).toEqual([attribute, expect.anything()]);
      if (rule.maximum !== undefined)
        expect([attribute, rule.maximum]).toEqual([attribute, described.maxLength]);
      if (rule.nullable)
        expect([attribute, described.type]).toEqual([attribute, expect.arrayContaining(['null'])]);
    }
  });
});
