/** Okta cards that the language takes as they are: a new card is one line here. */

export { customApiAction } from '../../cards/okta/custom-api-action';
export { readUser } from '../../cards/okta/read-user';
export { updateUser } from '../../cards/okta/update-user';
