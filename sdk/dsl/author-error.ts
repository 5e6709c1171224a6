/** What the language says when a flow is written wrong: at once, with the flow, the thing and the repair. */

/** A mistake in a flow's source. Thrown while the source is loaded, so that it points at the author's line. */
export class AuthorError extends Error {
  override readonly name = 'AuthorError';
}
