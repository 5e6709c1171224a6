/** `_authping`: whether a connection works, asked of Auth0 with the smallest read there is. */

import { assign, authping, callFlow, ifError, object, trueFalse } from '../../sdk/dsl';
import { auth } from '../auth';
import { httpHelper } from './http-helper';

export const ping = authping({
  auth,
  description: 'Connection health check',
  body(connection) {
    const { status_code, message } = ifError({
      try() {
        const reply = callFlow(httpHelper, {
          connection,
          relative_url: '/api/v2/users?per_page=1&fields=user_id&include_fields=true',
          request_method: 'GET',
        });
        const { message } = assign({ message: 'Auth0 accepts this connection.' });
        return { status_code: reply.status_code, message };
      },
      catch: (error) => ({ status_code: error.statusCode, message: error.message }),
    });
    const { result } = trueFalse.compare({ a: status_code, operator: '==', b: 200 });
    const { output } = object.construct({ statusCode: status_code, message });
    return { working: result, serviceResponse: output };
  },
});
