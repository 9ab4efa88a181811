import { z } from 'zod';
import { Person } from '../../model/index.ts';
import { route } from '../route.ts';

export const listPeople = route({
  id: 'listPeople',
  method: 'get',
  path: '/api/v1/people',
  tag: 'accounts',
  role: 'reviewer',
  summary: 'Whom a report can be handed over to: every account that is not disabled and may review',
  answers: { 200: { description: 'All of them.', schema: z.object({ items: z.array(Person) }) } },
  handle: async (_, { accounts }) => {
    const able = (await accounts.list()).filter(({ role, disabled }) => !disabled && role !== 'uploader');
    return { status: 200, body: { items: able.map(({ id, name, role }) => ({ id, name, role })) } };
  },
});
