/** The schema of a world: strict JSON Schema that fits the default world. */

import Ajv from 'ajv';
import defaultWorld from '../../scripts/default-world.json';
import { worldSchema } from '../../scripts/world-schema';

const validate = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(worldSchema);

it('fits the default world', () => {
  validate(defaultWorld);
  expect(validate.errors).toBeNull();
});

it('knows every key: one more is an error at every place that is closed', () => {
  expect(validate({ ...defaultWorld, more: 1 })).toBe(false);
  expect(validate({ ...defaultWorld, auth0: { ...defaultWorld.auth0, more: 1 } })).toBe(false);
  // An Auth0 user may have any attribute of the API.
  const users = defaultWorld.auth0.users.map((user) => ({ ...user, nickname: 'x' }));
  expect(validate({ ...defaultWorld, auth0: { ...defaultWorld.auth0, users } })).toBe(true);
});

it('takes Actions, or none, and no unknown key in one', () => {
  const withActions = (actions: unknown) => ({
    ...defaultWorld,
    auth0: { ...defaultWorld.auth0, actions },
  });
  const action = { name: 'a', code: '', deployed: true, bound: false, trigger: 'post-login' };
  expect(validate(withActions([]))).toBe(true);
  expect(validate(withActions([action, { name: 'b', code: 'x' }]))).toBe(true);
  expect(validate(withActions([{ ...action, order: 1 }]))).toBe(false);
  expect(validate(withActions([{ name: 'a' }]))).toBe(false);
});

it('knows faults of tables', () => {
  expect(validate({ ...defaultWorld, tableFaults: [{ table: 'audit', at: 'insert', times: 2 }] })).toBe(true);
  expect(validate({ ...defaultWorld, tableFaults: [{ table: 'audit', at: 'write' }] })).toBe(false);
});
