import { CardError } from '../../../sdk/cards/error';
import { describeError } from '../../../sdk/run/ending';

describe('describeError', () => {
  const path = {
    flow: 'Helper',
    flowNumber: 7,
    run: 'run-2',
    card: 'c1',
    title: 'Raw Request',
    module: 'http',
    callers: [],
  };

  it('gives the fields that authors read, those of the answer and of a Return Error among them', () => {
    const error = new CardError('Bad Request', {
      statusCode: 400,
      body: { errorSummary: 'Api validation failed', message: 'hidden behind the error itself' },
      headers: { date: 'today' },
      kind: 'HTTP Error',
      custom: { user: 'ada' },
    });
    expect(describeError(error, path)).toEqual({
      errorSummary: 'Api validation failed',
      user: 'ada',
      message: 'Bad Request',
      statusCode: 400,
      code: 400,
      headers: { date: 'today' },
      body: { errorSummary: 'Api validation failed', message: 'hidden behind the error itself' },
      kind: 'HTTP Error',
      module: 'http',
      description: '',
      method: 'c1',
      flo: 7,
      execution: 'run-2',
    });
  });
});
