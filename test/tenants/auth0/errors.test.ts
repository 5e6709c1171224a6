/** Auth0's two error shapes. */

import {
  apiError,
  failure,
  invalidBody,
  invalidQuery,
  noSuchUser,
  oauthError,
} from '../../../tenants/auth0/errors';

test('the Management API shape, with and without a code', () => {
  expect(apiError(401, 'Invalid token').body).toEqual({
    statusCode: 401,
    error: 'Unauthorized',
    message: 'Invalid token',
  });
  expect(noSuchUser).toEqual({
    status: 404,
    body: {
      statusCode: 404,
      error: 'Not Found',
      message: 'The user does not exist.',
      errorCode: 'inexistent_user',
    },
  });
});

test('validation errors name the property', () => {
  expect(invalidBody('wrong', 'blocked').body).toMatchObject({
    message: "Payload validation error: 'wrong' on property blocked.",
    errorCode: 'invalid_body',
  });
  expect(invalidQuery('wrong').body).toMatchObject({
    message: "Query validation error: 'wrong'.",
    errorCode: 'invalid_query_string',
  });
});

test('an injected status gets the shape of where it strikes', () => {
  expect(oauthError(403, 'access_denied', 'no')).toEqual({
    status: 403,
    body: { error: 'access_denied', error_description: 'no' },
  });
  expect(failure(429, '/oauth/token').body).toEqual({
    error: 'too_many_requests',
    error_description: 'Global limit has been reached',
  });
  expect(failure(429, '/api/v2/users').body).toMatchObject({
    statusCode: 429,
    errorCode: 'too_many_requests',
  });
  expect(failure(503, '/api/v2/users').body).toMatchObject({ statusCode: 503, error: 'Service Unavailable' });
});
