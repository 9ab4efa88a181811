import { z } from 'zod';
import { Account } from '../../model/index.ts';
import { route } from '../route.ts';

export const listAccounts = route({
  id: 'listAccounts',
  method: 'get',
  path: '/api/v1/accounts',
  tag: 'accounts',
  role: 'administrator',
  summary: 'Every account, by name',
  answers: { 200: { description: 'All of them.', schema: z.object({ items: z.array(Account) }) } },
  handle: async (_, { accounts }) => ({ status: 200, body: { items: await accounts.list() } }),
});
