/** The one place where a value becomes HTML. */

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // Line ends would be lost in an attribute.
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text as text, between tags as well as in an attribute's quotes, whatever it holds. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"'\n\r]/g, (sign) => entities[sign] ?? sign);
}
