import type { Json } from '@okta/workflows-connector-sdk-types';
import fc from 'fast-check';
import { MASK, redactor } from '../../../sdk/run/redact';

describe('redactor', () => {
  it('masks what stands under the name of a secret, and only texts', () => {
    const value: Json = {
      client_secret: 'x',
      'My Secret Key': 'y',
      Authorization: 'Bearer z',
      access_token: 'a',
      token_type: 'Bearer',
      password: '',
      token: 7,
      headers: [{ AUTHORIZATION: 'b' }],
      secrets: ['c', 'd'],
    };
    expect(redactor().redact(value)).toEqual({
      client_secret: MASK,
      'My Secret Key': MASK,
      Authorization: MASK,
      access_token: MASK,
      token_type: 'Bearer',
      password: '',
      token: 7,
      headers: [{ AUTHORIZATION: MASK }],
      secrets: [MASK, MASK],
    });
  });

  it('masks the value of a row that is named after a secret', () => {
    const rows = [
      { name: 'client_secret', value: 'abc' },
      { name: 'domain', value: 'acme.test' },
    ];
    expect(redactor().redact(rows)).toEqual([{ name: 'client_secret', value: MASK }, rows[1]]);
  });

  it('masks a secret it has learnt wherever it stands, in any form', () => {
    const { learn, redact } = redactor();
    const secret = 'p"ä/ss+w\\ord';
    learn(secret);
    const json = JSON.stringify({ body: secret });
    const texts = [
      `is ${secret}!`,
      json,
      JSON.stringify({ inner: json }),
      `https://x.test/?q=${encodeURIComponent(secret)}`,
      new URLSearchParams({ q: secret }).toString(),
      Buffer.from(secret).toString('base64'),
    ];
    for (const text of texts) {
      expect(redact(text)).toContain(MASK);
      expect(redact(text)).not.toContain('ord');
    }
    expect(redact({ [secret]: 1 })).toEqual({ [MASK]: 1 });
  });

  it('masks Basic credentials it could not know', () => {
    const header = `Basic ${Buffer.from('id:hush').toString('base64')}`;
    expect(redactor().redact(`sent ${header} on`)).toBe(`sent Basic ${MASK} on`);
  });

  it('learns tokens, headers and rows from what passes by', () => {
    const { learnFrom, redact } = redactor();
    learnFrom({ access_token: 'tok-1234', nested: [{ name: 'client_secret', value: 'row-5678' }] });
    learnFrom({ Authorization: 'Bearer bear-9012', Other: 'plain' });
    learnFrom({ authorization: `Basic ${Buffer.from('me:basic-3456').toString('base64')}` });
    expect(redact('tok-1234 row-5678 bear-9012 basic-3456 plain Bearer')).toBe(
      `${MASK} ${MASK} ${MASK} ${MASK} plain Bearer`,
    );
  });

  it('leaves short secrets alone where only their value could tell', () => {
    const { learn, redact } = redactor();
    learn('abc', '');
    expect(redact({ text: 'abc', secret: 'abc' })).toEqual({ text: 'abc', secret: MASK });
  });

  it('changes no value it is given, and nothing but texts in what it gives', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const before = JSON.stringify(value);
        const { redact, learn } = redactor();
        learn('never there, whatever comes');
        // fast-check's JSON values are JSON.
        const shape = JSON.stringify(redact(value as Json)).replaceAll(MASK, '');
        expect(JSON.stringify(value)).toBe(before);
        expect(shape.length).toBeLessThanOrEqual(before.length);
      }),
    );
  });

  it('survives values that are nested without end', () => {
    let deep: Json = 'bottom';
    for (let level = 0; level < 5_000; level++) deep = [deep];
    const { redact, learnFrom } = redactor();
    learnFrom(deep);
    expect(JSON.stringify(redact(deep))).toContain('[too deep to show]');
  });
});
