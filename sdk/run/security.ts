/** Who may call an API endpoint flow: the three levels of the platform. */

export type SecurityLevel = 'open' | 'medium' | 'high';

export function isSecurityLevel(level: string | null): level is SecurityLevel {
  return level === 'open' || level === 'medium' || level === 'high';
}

/** Why a call is refused; null where it is not. */
export function refusal(
  level: SecurityLevel,
  hasToken: boolean,
  flow: string,
): { status: number; message: string } | null {
  switch (level) {
    case 'open':
      return null;
    case 'medium':
      if (hasToken) return null;
      return {
        status: 401,
        message: `The flow "${flow}" asks for its client token: send it in the header x-api-client-token, or as the parameter clientToken.`,
      };
    case 'high':
      return {
        status: 403,
        message: `The flow "${flow}" asks for an OAuth access token of Okta, which the local org cannot check. Give it the security level "client token" to call it here.`,
      };
  }
}
