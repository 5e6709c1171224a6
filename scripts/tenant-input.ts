/** What the verbs that go to a real tenant are told: its domain, an authority to trust, an application's credentials. */

import { X509Certificate } from 'node:crypto';
import type { Application } from '../setup/management';
import { InputError } from './failure';
import { readText } from './files';
import type { Streams } from './output';
import { atTerminal, readCredentials } from './secret-input';

export interface TenantOptions {
  domain: string;
  /** A file of certificates, PEM. */
  ca?: string;
}

/** Reads all of it before anything is sent. Fails with an InputError. */
export async function readApplication(
  { domain, ca }: TenantOptions,
  streams: Streams = process,
): Promise<Application> {
  const host = readDomain(domain);
  const authority = ca === undefined ? undefined : readAuthority(ca);
  const credentials = await readCredentials(process.env, atTerminal(streams));
  return { domain: host, ...credentials, ...(authority !== undefined && { ca: authority }) };
}

/** A bare host in lower case, with a port where one is given. The value is not repeated: it may hold a password. */
export function readDomain(text: string): string {
  const domain = text.trim().toLowerCase();
  const label = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
  if (new RegExp(`^${label}(?:\\.${label})*(?::\\d{1,5})?$`).test(domain)) return domain;
  throw new InputError(
    '--domain is no bare host.',
    'Give what the application’s settings show as its domain, such as acme.eu.auth0.com: no https://, no path, no user.',
  );
}

function readAuthority(file: string): string {
  const text = readText(file);
  try {
    new X509Certificate(text);
    return text;
  } catch {
    throw new InputError(
      `"${file}" holds no certificate.`,
      'Give the authority’s certificate as PEM: it begins with -----BEGIN CERTIFICATE-----.',
    );
  }
}
