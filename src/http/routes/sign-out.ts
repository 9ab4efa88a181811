import { route } from '../route.ts';

export const signOut = route({
  id: 'signOut',
  method: 'post',
  path: '/api/v1/sign-out',
  tag: 'accounts',
  summary: 'End the session, where there is one',
  open: true,
  answers: { 204: { description: 'No session any more.', headers: { 'Set-Cookie': 'Takes the cookies back.' } } },
  handle: async ({ caller }, { accounts }) => ({
    status: 204,
    headers: { 'Set-Cookie': await accounts.signOut(caller), 'Cache-Control': 'no-store' },
  }),
});
