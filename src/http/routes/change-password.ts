import { PasswordChange } from '../../model/index.ts';
import { route } from '../route.ts';

export const changePassword = route({
  id: 'changePassword',
  method: 'post',
  path: '/api/v1/me/password',
  tag: 'accounts',
  summary: 'Change your own password; every other session of yours ends',
  beforeOwnPassword: true,
  body: PasswordChange,
  answers: { 204: { description: 'Changed.', headers: { 'Set-Cookie': 'The session that goes on.' } } },
  problems: ['wrong_password', 'too_many_attempts', 'no_account', 'unsupported_media_type', 'body_too_large'],
  handle: async ({ body, caller }, { accounts }) => ({
    status: 204,
    headers: { 'Set-Cookie': await accounts.changePassword(caller, body), 'Cache-Control': 'no-store' },
  }),
});
