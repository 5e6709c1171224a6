/** Keys of a connector: made from names in the local org, or those that a tenant gave. */

import { auth0 } from '../../../connector';
import { connectorOf, fieldKey, localBinding, methodKey } from '../../../sdk/compile/binding';

const binding = localBinding(auth0.model);

it('names a connector as an org names its own', () => {
  expect(binding.key).toMatch(/^auth0lifecycle_[0-9a-f]{32}$/);
});

it.each([
  ['Get User By Email', /^getUserByEmail_[\w-]{10}$/],
  ['_authping', /^authping_[\w-]{10}$/],
  ['httpHelper', /^httpHelper_[\w-]{10}$/],
])('makes a method of %s', (name, key) => {
  expect(methodKey(binding, auth0.model, name)).toMatch(key);
  expect(methodKey({ ...binding, methods: { [name]: 'given' } }, auth0.model, name)).toBe('given');
});

it.each([
  ['User ID', /^user_id_[A-Z0-9]{6}$/],
  ['E-mail (primary)', /^e_mail_primary_[A-Z0-9]{6}$/],
])('makes a key of the field %s', (label, key) => {
  const of = (over: object = {}) =>
    fieldKey({ ...binding, ...over }, auth0.model, 'Get User', 'inputs', 'user', { name: 'id', label });
  expect(of()).toMatch(key);
  expect(of({ fields: { 'Get User/inputs/user/id': 'given' } })).toBe('given');
});

it('gives fields of one label in two actions two keys', () => {
  const keyIn = (flow: string) =>
    fieldKey(binding, auth0.model, flow, 'inputs', 'user', { name: 'id', label: 'ID' });
  expect(keyIn('Get User')).not.toBe(keyIn('Delete User'));
});

it('knows no action that no connector lists', () => {
  const [first] = auth0.model.actions;
  if (first === undefined) throw new Error('The connector has actions.');
  expect(() => connectorOf({ ...first, connector: null })).toThrow(
    `Action "${first.name}" belongs to no connector. List it in the actions of connector().`,
  );
  expect(connectorOf(first)).toBe(auth0.model);
});
