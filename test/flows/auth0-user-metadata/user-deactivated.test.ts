/** The story of the pack, in every situation. */

import { describeSituations } from '../situations';

describe('auth0-user-metadata', () => describeSituations('auth0-user-metadata'));
