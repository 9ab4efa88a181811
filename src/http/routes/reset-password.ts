import { IssuedAccount } from '../../model/index.ts';
import { route } from '../route.ts';
import { AccountId, found } from './common.ts';

export const resetPassword = route({
  id: 'resetPassword',
  method: 'post',
  path: '/api/v1/accounts/{id}/password',
  tag: 'accounts',
  role: 'administrator',
  summary: 'Give an account a new one-time password; all its sessions end',
  params: AccountId,
  answers: { 200: { description: 'The account and the password, shown this once.', schema: IssuedAccount } },
  problems: ['not_found'],
  handle: async ({ params }, { accounts }) => ({
    status: 200,
    body: found(await accounts.resetPassword(params.id)),
    headers: { 'Cache-Control': 'no-store' },
  }),
});
