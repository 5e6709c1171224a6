/** Builds JSON pointers (RFC 6901) into a pack. */

/** Takes a pointer and the keys or positions below it; gives the longer pointer, `~` and `/` escaped. */
export function pointer(base: string, ...tokens: (string | number)[]): string {
  let result = base;
  for (const token of tokens) result += `/${escapeToken(token)}`;
  return result;
}

/** Takes a pointer; gives its keys, unescaped. */
export function pointerTokens(text: string): string[] {
  return text === ''
    ? []
    : text
        .slice(1)
        .split('/')
        .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function escapeToken(token: string | number): string {
  if (typeof token === 'number') return String(token);
  return token.includes('~') || token.includes('/')
    ? token.replaceAll('~', '~0').replaceAll('/', '~1')
    : token;
}
