/** What the attributes of a user must be, as Auth0's API description has them for creating and updating. */

import type { BodyRule } from './body-rules';

const TEXT: BodyRule = { type: 'string' };
const FLAG: BodyRule = { type: 'boolean' };

/** The attributes that both calls take; an update may take one away with null. */
export function profileRules(nullable: boolean): Record<string, BodyRule> {
  const text = (maximum: number): BodyRule => ({ type: 'string', maximum, nullable });
  return {
    app_metadata: { type: 'object' },
    blocked: FLAG,
    connection: TEXT,
    // Auth0 also allows null, for users known by phone alone; every user here has an e-mail.
    email: { type: 'string', format: { name: 'email', pattern: /^[^\s@]+@[^\s@]+$/ } },
    email_verified: FLAG,
    family_name: text(150),
    given_name: text(150),
    name: text(300),
    nickname: text(300),
    password: { type: 'string', nullable },
    phone_number: { type: 'string', nullable, format: { name: 'phone-number', pattern: /^\+[0-9]{1,15}$/ } },
    phone_verified: FLAG,
    picture: { type: 'string', nullable, format: { name: 'strict-uri', pattern: /^https?:\/\/\S+$/ } },
    user_metadata: { type: 'object' },
    username: text(128),
    verify_email: FLAG,
  };
}
