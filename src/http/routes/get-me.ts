import { Me } from '../../model/index.ts';
import { route } from '../route.ts';

export const getMe = route({
  id: 'getMe',
  method: 'get',
  path: '/api/v1/me',
  tag: 'accounts',
  summary: 'Who is asking; `local` while there is no account, so that whoever uses this machine is one person',
  beforeOwnPassword: true,
  answers: { 200: { description: 'The signed-in person, or the local one.', schema: Me } },
  handle: ({ me }) => ({ status: 200, body: me }),
});
