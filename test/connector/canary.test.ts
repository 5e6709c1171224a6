/** The connection's secret stays put: in no artefact, trace, result or error message, whatever an action meets. */

import { distFiles } from '../../deliver/dist';
import { exposed, formsOf } from '../support/canary';
import { account, CANARY } from '../support/story';
import { accessOf, tenantOf } from './accounts';
import { act, connector, sampleOf } from './act';

const forms = formsOf(CANARY);
const expectNone = (shown: unknown) => {
  const text = JSON.stringify(shown);
  for (const form of forms) expect(text).not.toContain(form);
};

const meets = [
  ['nothing wrong', []],
  ['refused tokens', [{ tenant: 'auth0', path: '/oauth/token', status: 401, times: 99 }]],
  [
    'an echo of the secret',
    [{ tenant: 'auth0', path: '/oauth/token', status: 403, body: `{"x":"${CANARY}"}`, times: 99 }],
  ],
  ['an echo at the API', [{ tenant: 'auth0', path: '/api/*', status: 400, body: `no ${CANARY}`, times: 99 }]],
  ['broken connections', [{ tenant: 'auth0', path: '*', reset: true, times: 99 }]],
  ['broken JSON', [{ tenant: 'auth0', path: '/api/*', body: '{', times: 99 }]],
] as const;

describe.each(meets)('%s', (_, faults) => {
  it.each(connector.actions.map((action) => [action.name, action] as const))('%s', async (name, action) => {
    const world = tenantOf(
      {
        accounts: [account('auth0|64f0', 'ada@acme.test'), account('google-oauth2|1815', 'ada@mail.test')],
        faults: [...faults],
      },
      { ...accessOf('auth0|64f0'), organizations: [{ id: 'org_1', name: 'acme' }] },
    );
    const { trace, outputs, error, result, requests } = await act(name, sampleOf(action), { world });
    expect(trace.length).toBeGreaterThan(0);
    expectNone([trace, outputs, error, requests]);
    expectNone(result);
    expect(error?.message ?? '').not.toContain('eyJ');
  });
});

it.each(forms)('every test in a world looks for it, also as %s', (form) => {
  const shown = { trace: [{ note: `a ${form} b` }], tables: { audit: [] } };
  expect(exposed(tenantOf(), shown)).toEqual(['trace']);
});

it('no file that is delivered has it', () => {
  expectNone(distFiles());
});
