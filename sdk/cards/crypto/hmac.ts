/** Encryption > HMAC. */

import { createHmac, getHashes } from 'node:crypto';
import { card } from '../card';
import { CardError } from '../error';
import { field } from '../field';

/** The names of OpenSSL 1.0, as the designer lists them. */
const algorithms = [
  'DSA',
  'DSA-SHA',
  'DSA-SHA1',
  'DSA-SHA1-old',
  'RSA-MD4',
  'RSA-MD5',
  'RSA-MDC2',
  'RSA-RIPEMD160',
  'RSA-SHA',
  'RSA-SHA1',
  'RSA-SHA1-2',
  'RSA-SHA224',
  'RSA-SHA256',
  'RSA-SHA384',
  'RSA-SHA512',
  'dsaEncryption',
  'dsaWithSHA',
  'dsaWithSHA1',
  'dss1',
  'ecdsa-with-SHA1',
  'md4',
  'md4WithRSAEncryption',
  'md5',
  'md5WithRSAEncryption',
  'mdc2',
  'mdc2WithRSA',
  'ripemd',
  'ripemd160',
  'ripemd160WithRSA',
  'rmd160',
  'sha',
  'sha1',
  'sha1WithRSAEncryption',
  'sha224',
  'sha224WithRSAEncryption',
  'sha256',
  'sha256WithRSAEncryption',
  'sha384',
  'sha384WithRSAEncryption',
  'sha512',
  'sha512WithRSAEncryption',
  'shaWithRSAEncryption',
  'ssl2-md5',
  'ssl3-md5',
  'ssl3-sha1',
  'whirlpool',
] as const;

export const hmac = card('crypto:hmac', {
  title: 'HMAC',
  category: 'Encryption',
  summary: 'Signs a text with a secret key: the keyed hash by which its receiver knows that it is unchanged.',
  established: 'inferred',
  inputs: {
    algorithm: field.choice(undefined, algorithms, { required: true, default: 'sha256' }),
    key: field.text(undefined, { required: true, secret: true }),
    data: field.text(undefined, { required: true }),
    digest: field.choice(undefined, ['base64', 'hex', 'binary'], { default: 'base64' }),
  },
  outputs: { output: field.text() },
  examples: [
    {
      // RFC 4231, test case 2.
      inputs: { algorithm: 'sha256', key: 'Jefe', data: 'what do ya want for nothing?', digest: 'hex' },
      output: '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
      source: 'exports',
    },
    {
      inputs: { algorithm: 'RSA-SHA1-2', key: 'Jefe', data: 'what do ya want for nothing?' },
      output: '7/zfauXrL6LSdBbV8YTfnCWafHk=',
      source: 'exports',
    },
    { inputs: { algorithm: 'rot13', key: 'a', data: 'b' }, error: '"rot13"', source: 'assumed' },
    { inputs: { algorithm: 'sha', key: 'a', data: 'b' }, error: 'no longer', source: 'assumed' },
    { inputs: { key: 'a', data: 'b', digest: 'octal' }, error: '"octal"', source: 'assumed' },
  ],
  run({ algorithm, key, data, digest }) {
    if (!algorithms.includes(algorithm)) {
      throw new CardError(`"algorithm" holds "${algorithm}"; use one of ${algorithms.join(', ')}.`);
    }
    if (digest !== 'base64' && digest !== 'hex' && digest !== 'binary') {
      throw new CardError(`"digest" holds "${String(digest)}"; use base64, hex or binary.`);
    }
    const hash = hashOf(algorithm);
    if (!getHashes().includes(hash)) {
      throw new CardError(
        `"algorithm" holds "${algorithm}", which OpenSSL no longer offers; use sha256 or sha512.`,
      );
    }
    return { output: createHmac(hash, key).update(data, 'utf8').digest(digest) };
  },
});

/** The hash behind a name: old names add the signature it was once used with. */
function hashOf(algorithm: string): string {
  const name = algorithm.toLowerCase();
  if (/^(?:sha|dsa-sha|rsa-sha|dsawithsha|shawithrsaencryption)$/.test(name)) return 'sha';
  if (/ripemd|rmd160/.test(name)) return 'ripemd160';
  const plain = /sha(?:224|256|384|512)|md4|md5|mdc2|whirlpool/.exec(name)?.[0];
  return plain ?? 'sha1';
}
