import { Credentials } from '../../model/index.ts';
import { route } from '../route.ts';

export const signIn = route({
  id: 'signIn',
  method: 'post',
  path: '/api/v1/sign-in',
  tag: 'accounts',
  summary: 'Sign in with e-mail address and password; attempts of one address are counted',
  open: true,
  body: Credentials,
  answers: { 204: { description: 'Signed in.', headers: { 'Set-Cookie': 'The session.' } } },
  problems: ['wrong_credentials', 'account_disabled', 'too_many_attempts', 'unsupported_media_type', 'body_too_large'],
  handle: async ({ body, caller }, { accounts }) => ({
    status: 204,
    headers: { 'Set-Cookie': await accounts.signIn(caller, body), 'Cache-Control': 'no-store' },
  }),
});
