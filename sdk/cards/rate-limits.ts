/** How a card that asks a service waits for its rate limit, unless its author says otherwise. */

import type { ErrorPolicy } from './card';

/** Three times more, each after one to three minutes, where the service answered 429 or 504 (functions.md G6). */
export const rateLimits: ErrorPolicy = { retry: 3, delay: [60_000, 180_000], condition: 'ratelimits' };
