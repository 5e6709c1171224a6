/** Okta's error bodies. */

import { failure, noSuchUser, oktaError } from '../../../tenants/okta/errors';
import { seededRandom, virtualClock } from '../support';

test('the shape', () => {
  expect(oktaError(seededRandom(), 403, 'E0000016', 'no')).toEqual({
    status: 403,
    body: {
      errorCode: 'E0000016',
      errorSummary: 'no',
      errorLink: 'E0000016',
      errorId: expect.stringMatching(/^oae[A-Za-z0-9]{22}$/),
      errorCauses: [],
    },
  });
  expect(noSuchUser(seededRandom(), 'x').body).toMatchObject({
    errorSummary: 'Not found: Resource not found: x (User)',
  });
});

test.each([
  [429, 'E0000047'],
  [401, 'E0000011'],
  [500, 'E0000009'],
  [503, 'E0000009'],
])('an injected %d is %s', (status, errorCode) => {
  expect(failure({ random: seededRandom(), clock: virtualClock() }, status)).toMatchObject({
    status,
    body: { errorCode },
  });
});

test('a 429 says when to come back; a cause is told apart', () => {
  expect(failure({ random: seededRandom(), clock: virtualClock() }, 429).headers).toEqual({
    'x-rate-limit-limit': '600',
    'x-rate-limit-remaining': '0',
    'x-rate-limit-reset': String(Date.UTC(2026, 0, 1) / 1000 + 1),
  });
  expect(oktaError(seededRandom(), 400, 'E0000001', 'no', 'because').body).toMatchObject({
    errorCauses: [{ errorSummary: 'because' }],
  });
});
