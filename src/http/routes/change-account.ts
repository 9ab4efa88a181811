import { Account, AccountPatch } from '../../model/index.ts';
import { route } from '../route.ts';
import { AccountId, found } from './common.ts';

export const changeAccount = route({
  id: 'changeAccount',
  method: 'patch',
  path: '/api/v1/accounts/{id}',
  tag: 'accounts',
  role: 'administrator',
  summary: 'Change the name or the role of an account, disable it or enable it again',
  params: AccountId,
  body: AccountPatch,
  answers: { 200: { description: 'The account as it is now.', schema: Account } },
  problems: ['not_found', 'last_administrator', 'unsupported_media_type', 'body_too_large'],
  handle: async ({ params, body }, { accounts }) => ({
    status: 200,
    body: found(await accounts.change(params.id, body)),
  }),
});
