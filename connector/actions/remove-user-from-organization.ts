/** Remove User from Organization: ends an account's membership in an Auth0 Organization. */

import { action, field, group, list, object } from '../../sdk/dsl';
import { auth } from '../auth';
import { idPath, requireInput, send } from '../request';

export const removeUserFromOrganization = action({
  auth,
  name: 'Remove User from Organization',
  description: 'Remove an Auth0 account from an Organization.',
  inputs: {
    user: group('User', { id: field.text('User ID', { required: true }) }),
    organization: group('Organization', { id: field.text('Organization ID', { required: true }) }),
  },
  outputs: { response: group('Response', { statusCode: field.number('Status Code') }) },
  scopes: ['delete:organization_members'],
  help: { limits: ['The account itself stays, and so do its other memberships.'] },
  sample: {
    inputs: { user: { id: 'auth0|64f0' }, organization: { id: 'org_1' } },
    outputs: { response: { statusCode: 204 } },
  },
  body({ connection, inputs }) {
    requireInput(inputs.user.id, 'User ID');
    requireInput(inputs.organization.id, 'Organization ID');
    const members = list.construct([inputs.user.id]);
    const body = object.construct({ members });
    const path = idPath('organizations', inputs.organization.id, '/members');
    const reply = send(connection, 'DELETE', path, { body: body.output });
    return { response: { statusCode: reply.status_code } };
  },
});
