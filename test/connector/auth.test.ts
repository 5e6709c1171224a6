/** What a connection asks for. */

import { connector } from './act';

it('asks for domain, client id and client secret, of which the last is hidden', () => {
  const { type, parameters } = connector.auth;
  expect({ type, parameters: parameters.map(({ key, secret }) => [key, secret]) }).toEqual({
    type: 'custom',
    parameters: [
      ['domain', false],
      ['client_id', false],
      ['client_secret', true],
    ],
  });
  for (const { label, help } of parameters) {
    expect(label).not.toBe('');
    expect(help).not.toBe('');
  }
});
