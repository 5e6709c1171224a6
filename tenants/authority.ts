/** Makes a certificate authority that is thrown away with the process, and from it a certificate for loopback. */

import { generate } from 'selfsigned';

/** All PEM. The authority's own key is forgotten at once: nobody can sign anything more with it. */
export interface Authority {
  /** What a client must trust, by file for NODE_EXTRA_CA_CERTS or `curl --cacert`. */
  ca: string;
  /** The key of `cert`. */
  key: string;
  /** Of `localhost` and 127.0.0.1, signed by `ca`. */
  cert: string;
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * Valid from a day before to 30 days after `now`, which is the machine's time when absent: TLS clients compare with
 * that, whatever clock a world has.
 */
export async function throwAwayAuthority(now: Date = new Date()): Promise<Authority> {
  const shared = {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(now.getTime() - DAY),
    notAfterDate: new Date(now.getTime() + 30 * DAY),
  } as const;
  const authority = await generate([{ name: 'commonName', value: 'Embedded tenants (throw-away)' }], {
    ...shared,
    extensions: [
      { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const leaf = await generate([{ name: 'commonName', value: 'localhost' }], {
    ...shared,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { ca: authority.cert, key: leaf.private, cert: leaf.cert };
}
