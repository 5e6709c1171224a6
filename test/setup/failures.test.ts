/** What can go wrong on the way to a tenant, in words that name the repair. */

import { apiFailure, tokenFailure, transportFailure } from '../../setup/failures';

const DOMAIN = 'acme.eu.auth0.com';

describe('no token', () => {
  it.each<[number, string, RegExp, RegExp]>([
    [401, 'access_denied', /refuses the client id or the client secret/, /AUTH0_CLIENT_SECRET/],
    [403, 'access_denied', /may not use the Management API of acme/, /Authorize it: .* custom domain/],
    [403, 'unauthorized_client', /may not ask for tokens/, /Client Credentials/],
    [429, 'too_many_requests', /too many requests for tokens/, /Wait a minute/],
    [502, 'server_error', /status 502/, /Try again later/],
    [404, 'not_found', /status 404/, /domain/],
    [200, '', /without an access token/, /Try again later/],
  ])('%i %s', (status, error, problem, hint) => {
    const failure = tokenFailure(status, { error, error_description: 'said so' }, DOMAIN);
    expect(failure).toMatchObject({
      status,
      problem: expect.stringMatching(problem),
      hint: expect.stringMatching(hint),
    });
    expect(failure.problem).toMatch(/\(said so\)\.$/);
  });

  it('an answer that says nothing is no reason to say more', () => {
    expect(tokenFailure(401, {}, DOMAIN).problem).toBe('Auth0 refuses the client id or the client secret.');
  });
});

describe('no answer', () => {
  const caused = (code: string) =>
    Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error(), { code }) });

  it.each<[string, RegExp, RegExp]>([
    ['ENOTFOUND', /There is no host/, /domain/],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', /authority unknown here/, /--ca FILE/],
    ['SELF_SIGNED_CERT_IN_CHAIN', /authority unknown here/, /--ca FILE/],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', /authority unknown here/, /--ca FILE/],
    ['ERR_TLS_CERT_ALTNAME_INVALID', /another host’s/, /domain/],
    ['CERT_HAS_EXPIRED', /not valid today/, /clock/],
    ['ERR_SSL_WRONG_VERSION_NUMBER', /does not speak TLS/, /domain/],
    ['UND_ERR_CONNECT_TIMEOUT', /does not answer in time/, /proxy/],
    ['ECONNREFUSED', /connection to acme.* fails \(ECONNREFUSED\)/, /port/],
  ])('%s', (code, problem, hint) => {
    expect(transportFailure(caused(code), DOMAIN)).toEqual({
      code,
      problem: expect.stringMatching(problem),
      hint: expect.stringMatching(hint),
    });
  });

  it('a time-out by its name, as it has no such code', () => {
    const error = new DOMException('too slow', 'TimeoutError');
    expect(transportFailure(error, DOMAIN)?.problem).toBe(`${DOMAIN} does not answer in time.`);
  });

  it.each([new TypeError('ours'), caused('ERR_INVALID_ARG_TYPE'), 'text', null])(
    '%s is not the network’s',
    (error) => {
      expect(transportFailure(error, DOMAIN)).toBeUndefined();
    },
  );
});

describe('a refusal of the API', () => {
  it.each<[number, object, RegExp, RegExp]>([
    [401, { message: 'Bad audience' }, /does not take the token it gave: Bad audience\.$/, /clock/],
    [403, { errorCode: 'insufficient_scope', message: 'x' }, /lacks a scope: x/, /Permissions/],
    [403, { errorCode: 'operation_not_supported' }, /does not allow it\.$/, /plan/],
    [400, { message: 'Payload validation error.' }, /status 400: Payload validation error\.$/, /Mend/],
  ])('%i %j', (statusCode, body, problem, hint) => {
    expect(apiFailure({ statusCode, body })).toMatchObject({
      status: statusCode,
      problem: expect.stringMatching(problem),
      hint: expect.stringMatching(hint),
    });
  });

  it('is told by its status; another error is none', () => {
    expect(apiFailure(new Error('ours'))).toBeUndefined();
  });
});
