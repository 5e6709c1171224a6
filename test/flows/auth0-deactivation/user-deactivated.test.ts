/** The story of the pack, in every situation. */

import { describeSituations } from '../situations';

describe('auth0-deactivation', () => describeSituations('auth0-deactivation'));
