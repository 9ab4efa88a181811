import { IssuedAccount, NewAccount } from '../../model/index.ts';
import { route } from '../route.ts';

export const addAccount = route({
  id: 'addAccount',
  method: 'post',
  path: '/api/v1/accounts',
  tag: 'accounts',
  role: 'administrator',
  summary: 'Add an account; from the first one on everybody has to sign in',
  body: NewAccount,
  answers: {
    201: {
      description: 'The account, with its one-time password.',
      schema: IssuedAccount,
      headers: { Location: 'Its address.' },
    },
  },
  problems: ['email_taken', 'first_account', 'unsupported_media_type', 'body_too_large'],
  handle: async ({ body, me }, { accounts }) => {
    const issued = await accounts.add(body, { own: me.local });
    const Location = `/api/v1/accounts/${issued.account.id}`;
    return { status: 201, body: issued, headers: { Location, 'Cache-Control': 'no-store' } };
  },
});
